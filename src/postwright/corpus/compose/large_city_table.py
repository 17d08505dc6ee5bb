"""Quarters of large cities, a city a line: country, city, quarters."""

LARGE_CITIES = """
CI|Abidjan|Cocody, Plateau, Yopougon, Marcory, Treichville, Adjamé, Koumassi, Port-Bouët, Riviera 3
CI|Bouaké|Koko, Commerce, Air France, Dar es Salam
SN|Dakar|Médina, Plateau, Almadies, Yoff, Ouakam, Grand Yoff, Fann, Mermoz, Parcelles Assainies
ML|Bamako|Hippodrome, Badalabougou, Hamdallaye ACI 2000, Quinzambougou, Lafiabougou, Plateau
BF|Ouagadougou|Ouaga 2000, Gounghin, Zogona, Koulouba, Patte d'Oie, Dassasgho
TG|Lomé|Tokoin, Bè, Nyékonakpoè, Kodjoviakopé, Agoè, Adidogomé
BJ|Cotonou|Akpakpa, Cadjehoun, Ganhi, Zongo, Haie Vive, Fidjrossè
CM|Douala|Akwa, Bonanjo, Bonapriso, Deïdo, Bonamoussadi, New Bell
CM|Yaoundé|Bastos, Mvog-Ada, Essos, Tsinga, Biyem-Assi, Nlongkak
GA|Libreville|Louis, Glass, Nombakélé, Batterie IV, Akébé
CG|Brazzaville|Poto-Poto, Bacongo, Moungali, Ouenzé, Makélékélé
CD|Kinshasa|Gombe, Limete, Ngaliema, Lingwala, Kintambo, Bandalungwa, Lemba
CD|Lubumbashi|Kampemba, Kamalondo, Katuba, Kenya
NE|Niamey|Plateau, Yantala, Terminus, Boukoki
GN|Conakry|Kaloum, Ratoma, Dixinn, Matam, Matoto
MG|Antananarivo|Analakely, Isoraka, Ankorondrano, Ivandry, Ambohijatovo
NG|Lagos|Victoria Island, Ikoyi, Ikeja, Surulere, Lekki Phase 1, Yaba, Apapa, Ajah, Oshodi, Maryland, Festac Town, Magodo Phase 2, Ogudu GRA, Gbagada
NG|Abuja|Wuse II, Garki, Maitama, Asokoro, Central Business District, Gwarinpa, Utako, Jabi
NG|Port Harcourt|GRA Phase 2, Trans Amadi, Diobu, Rumuola
NG|Kano|Nassarawa GRA, Sabon Gari, Bompai, Fagge
GH|Accra|Osu, East Legon, Airport Residential Area, Cantonments, Adabraka, Labone, Dzorwulu
GH|Kumasi|Adum, Ahodwo, Asokwa, Bantama
KE|Nairobi|Westlands, Kilimani, Karen, Upper Hill, Industrial Area, Lavington, Parklands, Kasarani
KE|Mombasa|Nyali, Tudor, Kizingo, Likoni, Changamwe
TZ|Dar es Salaam|Ilala, Kinondoni, Masaki, Kariakoo, Upanga, Mikocheni, Msasani, Temeke, Oysterbay
TZ|Arusha|Njiro, Sakina, Kaloleni, Themi
UG|Kampala|Kololo, Nakasero, Ntinda, Bugolobi, Kamwokya, Kawempe, Makindye, Rubaga
RW|Kigali|Kacyiru, Kimihurura, Nyarugenge, Remera, Gikondo, Nyamirambo
ET|Addis Ababa|Bole, Kirkos, Arada, Lideta, Yeka, Piassa, Kazanchis, Bole Sub City, Kebele 03, Woreda 5
ET|አዲስ አበባ|ቦሌ, ቂርቆስ, አራዳ, ልደታ, የካ, ፒያሳ
ZM|Lusaka|Kabulonga, Woodlands, Rhodes Park, Chilenje, Kalundu, Longacres
ZW|Harare|Avondale, Borrowdale, Mount Pleasant, Eastlea, Msasa, Newlands, Belvedere, Budiriro 4, Glen View 1, Highfield, Mbare, Kuwadzana 3, Marlborough
ZW|Bulawayo|Belmont, Hillside, Suburbs, Kumalo
MW|Lilongwe|Area 3, Area 10, Area 47, Old Town, City Centre
BW|Gaborone|Extension 9, Broadhurst, Block 8, Phase 2, Village, Main Mall
NA|Windhoek|Klein Windhoek, Eros, Katutura, Olympia, Pioneers Park, Windhoek West
ZA|Cape Town|Sea Point, Green Point, Woodstock, Gardens, Observatory, Claremont, City Centre, Cape Town City Centre
ZA|Johannesburg|Sandton, Rosebank, Braamfontein, Melville, Parktown, Randburg, Bryanston, Soweto
ZA|Durban|Morningside, Berea, Umhlanga, Glenwood, Musgrave
ZA|Pretoria|Hatfield, Arcadia, Brooklyn, Menlyn, Sunnyside
AO|Luanda|Ingombota, Maianga, Talatona, Samba, Rangel, Sambizanga, Alvalade
MZ|Maputo|Polana, Sommerschield, Malhangalene, Alto Maé, Central, Baixa
MU|Port Louis|Tranquebar, Plaine Verte, Champ de Mars, Roche Bois
MA|Casablanca|Maârif, Anfa, Gauthier, Sidi Maârouf, Aïn Sebaâ, Bourgogne, Hay Hassani
MA|Rabat|Agdal, Hassan, Hay Riad, Souissi, L'Océan
MA|Marrakech|Guéliz, Hivernage, Médina, Sidi Ghanem, Daoudiate
MA|الدار البيضاء|المعاريف, أنفا, حي السلام, سيدي معروف, عين السبع, الحي الحسني
MA|الرباط|أكدال, حسان, حي الرياض, السويسي
DZ|Alger|Hydra, El Biar, Bab El Oued, Kouba, Alger Centre, Hussein Dey, Bir Mourad Raïs
DZ|Oran|Hai Yasmine, Bir El Djir, Es Sénia, Plateau Saint-Michel
DZ|الجزائر|حيدرة, الأبيار, باب الوادي, القبة, الجزائر الوسطى
TN|Tunis|El Menzah, Bab Souika, Lafayette, Les Berges du Lac, Montplaisir, El Omrane
TN|تونس|باب سويقة, المنزه, العمران, لافاييت, باب البحر
LY|طرابلس|حي الأندلس, قرقارش, سوق الجمعة, بن عاشور
EG|Cairo|Zamalek, Maadi, Heliopolis, Nasr City, Garden City, Downtown, Dokki, Shubra, New Cairo
EG|Alexandria|Smouha, Sidi Gaber, Roushdy, Stanley, Gleem
EG|القاهرة|وسط البلد, الزمالك, المعادي, مصر الجديدة, مدينة نصر, شبرا, حي الزيتون, عابدين
EG|الإسكندرية|سموحة, سيدي جابر, محرم بك, العجمي, رشدي
EG|الجيزة|الدقي, المهندسين, العجوزة, الهرم, إمبابة
SA|Riyadh|Al Olaya, Al Malaz, Al Olaya District, As Sulimaniyah, Al Murabba, Al Yasmin Dist., Al Naseem
SA|Jeddah|Al Rawdah, Al Hamra, Al Salamah District, Al Andalus, Ash Sharafiyah, Al Balad
SA|Dammam|Al Faisaliyah, Ash Shati, Al Mazruiyah, Al Badiyah
SA|الرياض|حي العليا, العليا, حي الملز, السليمانية, حي النرجس, حي الياسمين, المربع, حي الورود
SA|جدة|حي الروضة, الحمراء, حي السلامة, البلد, حي الصفا, الشرفية
SA|الدمام|حي الفيصلية, الشاطئ, حي البادية, المزروعية
SA|مكة المكرمة|العزيزية, حي الشوقية, العوالي, المسفلة
AE|Dubai|Deira, Bur Dubai, Jumeirah 1, Al Barsha 2, Business Bay, Al Quoz, Trade Centre, Downtown Dubai, Karama, Al Nahda 2
AE|Abu Dhabi|Al Khalidiyah, Al Reem Island, Musaffah M-17, Al Bateen, Corniche, Mohamed Bin Zayed City
AE|Sharjah|Al Majaz 3, Al Nahda, Industrial Area 6, Al Khan, Muwaileh
AE|دبي|ديرة, بر دبي, جميرا, البرشاء, الكرامة, القوز, الخليج التجاري
AE|أبوظبي|الخالدية, المصفح, جزيرة الريم, البطين, الكورنيش
AE|الشارقة|المجاز, النهدة, الخان, المنطقة الصناعية
KW|Kuwait City|Sharq, Salhiya, Mirqab, Dasman, Qibla
KW|Salmiya|Block 4, Block 10, Block 12, Block 1
KW|Hawally|Block 2, Block 7, Block 3
KW|الكويت|شرق, الصالحية, القبلة, دسمان
KW|السالمية|قطعة 4, قطعة 10, قطعة 2
QA|Doha|Zone 25, West Bay, Al Sadd, Zone 61, Old Airport, Msheireb, Bin Mahmoud, The Pearl
QA|الدوحة|السد, الخليج الغربي, مشيرب, بن محمود, منطقة 25
BH|Manama|Seef, Adliya, Juffair, Block 428, Block 317, Diplomatic Area, Hoora
BH|المنامة|السيف, العدلية, الجفير, المنطقة الدبلوماسية
OM|Muscat|Ruwi, Al Khuwair, Qurum, Muttrah, Bausher, Ghubrah
OM|مسقط|روي, الخوير, القرم, مطرح, بوشر
JO|Amman|Abdoun, Jabal Amman, Shmeisani, Sweifieh, Jabal Al Weibdeh, Tla' Al Ali
JO|عمان|عبدون, جبل عمان, الشميساني, الصويفية, تلاع العلي
LB|Beirut|Hamra, Achrafieh, Gemmayzeh, Verdun, Mar Mikhael, Badaro
LB|بيروت|الحمرا, الأشرفية, الجميزة, فردان, مار مخايل
SY|دمشق|المزة, أبو رمانة, باب توما, المالكي, الشعلان
IQ|بغداد|الكرادة, المنصور, الأعظمية, الكاظمية, حي الجامعة, زيونة
IQ|البصرة|العشار, الجزائر, حي الحسين, المعقل
IQ|Baghdad|Karrada, Mansour, Adhamiyah, Kadhimiya, Jadriya
YE|صنعاء|حدة, التحرير, شعوب, الصافية
SD|الخرطوم|الرياض, المنشية, العمارات, بحري
IR|تهران|ونک, سعادت آباد, تجریش, ولنجک, نارمک, یوسف آباد, تهرانپارس, منطقه ۶, محله ونک
IR|مشهد|احمدآباد, وکیل آباد, سجاد, قاسم آباد, منطقه ۹
IR|اصفهان|جلفا, خوراسگان, ملک شهر, منطقه ۳
IR|شیراز|معالی آباد, قصردشت, زرگری, چمران
IR|Tehran|Vanak, Tajrish, Elahieh, Saadat Abad, Narmak, District 6
AF|کابل|شهر نو, کارته چهار, وزیر اکبر خان, ناحیه 4, ناحیه دهم, مکروریان
AF|Kabul|Shahr-e-Naw, Wazir Akbar Khan, Karte Char, District 10
IL|תל אביב|פלורנטין, נווה צדק, רמת אביב, הצפון הישן, יפו, לב העיר
IL|ירושלים|רחביה, בקעה, קטמון, גילה, טלביה, נחלאות
IL|חיפה|הדר, כרמל, נווה שאנן, בת גלים
IL|Tel Aviv|Florentin, Neve Tzedek, Ramat Aviv, Jaffa, Old North
GE|თბილისი|ვაკე, საბურთალო, დიდუბე, გლდანი, მთაწმინდა, ნაძალადევი, ისანი, სოლოლაკი
GE|ბათუმი|ძველი ბათუმი, რუსთაველი, ბაგრატიონი
GE|Tbilisi|Vake, Saburtalo, Didube, Gldani, Mtatsminda, Sololaki, Vera
AM|Երևան|Կենտրոն, Արաբկիր, Աջափնյակ, Շենգավիթ, Մալաթիա-Սեբաստիա, Նոր Նորք, Քանաքեռ
AM|Yerevan|Kentron, Arabkir, Ajapnyak, Shengavit, Nor Nork
AZ|Bakı|Nəsimi, Yasamal, Nərimanov, Xətai, Sabail, Səbail rayonu, Binəqədi, İçərişəhər
KZ|Алматы|Бостандыкский район, Медеуский район, Алмалинский район, мкр. Самал-2, микрорайон Аксай-4, мкр Орбита-3
KZ|Астана|район Есиль, район Сарыарка, Алматинский район, мкр. Чубары
KZ|Almaty|Bostandyk District, Medeu District, Almaly District, Samal-2 microdistrict
KG|Бишкек|Первомайский район, Октябрьский район, 7-й мкр, мкр. Асанбай, Ленинский район
UZ|Ташкент|Мирабадский район, Юнусабадский район, Чиланзарский район, Яккасарайский район, массив Чиланзар
UZ|Toshkent|Yunusobod tumani, Mirobod tumani, Chilonzor tumani, Yakkasaroy tumani, Mirzo Ulug'bek tumani
TJ|Душанбе|Исмоили Сомони, район Сино, мкр. 102, Фирдавси
TM|Aşgabat|Berkararlyk, Köpetdag, Parahat 7, Büzmeýin
MN|Улаанбаатар|Сүхбаатар дүүрэг, Баянзүрх дүүрэг, Хан-Уул дүүрэг, 1-р хороо, Чингэлтэй дүүрэг, Баянгол дүүрэг
MN|Ulaanbaatar|Sukhbaatar District, Bayanzurkh District, Khan-Uul District, 1st khoroo
BY|Минск|Центральный район, Советский район, Фрунзенский район, Малиновка, Уручье, Серебрянка
BG|София|ж.к. Люлин, ж.к. Младост 1, кв. Лозенец, Изток, ж.к. Дружба 2, кв. Бояна, район Триадица, Красно село
BG|Варна|Чайка, кв. Аспарухово, ж.к. Владислав Варненчик, Виница, Левски
BG|Пловдив|Кършияка, ж.к. Тракия, Каменица, Смирненски
BG|Sofia|zh.k. Lyulin, zh.k. Mladost 1, Lozenets, kv. Boyana, Oborishte
RS|Београд|Врачар, Савски венац, Нови Београд, Звездара, Палилула, Земун, Вождовац
RS|Нови Сад|Лиман, Грбавица, Петроварадин, Детелинара
RS|Beograd|Vračar, Savski venac, Novi Beograd, Zvezdara, Zemun, Voždovac
MK|Скопје|Центар, Карпош, Аеродром, Чаир, Кисела Вода, Гази Баба
ME|Podgorica|Stari Aerodrom, Blok 5, Zabjelo, Preko Morače
BA|Sarajevo|Ilidža, Centar, Novo Sarajevo, Stari Grad, Grbavica
AL|Tiranë|Njësia Bashkiake 5, Njësia Administrative 2, Blloku, Kombinat, Komuna e Parisit, Lapraka
XK|Prishtinë|Dardania, Ulpiana, Arbëria, Bregu i Diellit
HR|Zagreb|Trešnjevka, Maksimir, Novi Zagreb, Črnomerec, Dubrava, Donji grad
SI|Ljubljana|Bežigrad, Šiška, Vič, Moste, Center, Rudnik
LV|Rīga|Āgenskalns, Purvciems, Teika, Imanta, Centrs, Zemgales priekšpilsēta
LT|Vilnius|Žirmūnai, Antakalnis, Naujamiestis, Šnipiškės, Fabijoniškės
EE|Tallinn|Kesklinna linnaosa, Mustamäe, Kristiine, Lasnamäe linnaosa, Nõmme
MD|Chișinău|Botanica, Centru, Buiucani, Ciocana, Rîșcani, sectorul Botanica
CY|Λευκωσία|Στρόβολος, Αγλαντζιά, Άγιος Δομέτιος, Έγκωμη
CY|Λεμεσός|Γερμασόγεια, Μέσα Γειτονιά, Άγιος Νικόλαος
IS|Reykjavík|Miðborg, Vesturbær, Laugardalur, Breiðholt, Grafarvogur
LU|Luxembourg|Kirchberg, Bonnevoie, Gasperich, Limpertsberg, Belair, Gare, Hollerich
MT|Sliema|Tigné, Qui-Si-Sana, Ferries
NP|Kathmandu|Thamel, New Baneshwor, Lazimpat, Boudha, Kalimati, Ward No. 4
LK|Colombo|Colombo 03, Fort, Wellawatte, Bambalapitiya, Cinnamon Gardens, Kollupitiya
MM|Yangon|Bahan Township, Kamayut Township, Dagon, Pabedan Township, Sanchaung
MM|ရန်ကုန်|ဗဟန်းမြို့နယ်, ကမာရွတ်မြို့နယ်, စမ်းချောင်းမြို့နယ်
KH|Phnom Penh|Sangkat Boeung Keng Kang I, Khan Chamkarmon, Daun Penh, Toul Kork, Sangkat Phsar Thmei
KH|ភ្នំពេញ|ខណ្ឌចំការមន, ខណ្ឌដូនពេញ, សង្កាត់បឹងកេងកង
LA|Vientiane|Sisattanak, Chanthabouly, Ban Anou, Ban Phonxay, Xaysetha
LA|ວຽງຈັນ|ສີສັດຕະນາກ, ຈັນທະບູລີ, ບ້ານ ອານຸ
MY|Kuala Lumpur|Bukit Bintang, Bangsar, Cheras, Mont Kiara, Taman Tun Dr Ismail, Setapak, Taman Melati
MY|Petaling Jaya|SS2, Seksyen 14, Damansara Utama, Taman Jaya, PJU 5
MY|Johor Bahru|Taman Molek, Taman Pelangi, Larkin, Bandar Baru UDA
MY|George Town|Pulau Tikus, Jelutong, Air Itam, Tanjung Tokong
MY|Shah Alam|Seksyen 7, Seksyen U8, Kota Kemuning, Setia Alam
PH|Makati City|Bel-Air, Poblacion, Legaspi Village, San Lorenzo, Brgy. Pio del Pilar, Barangay Guadalupe Nuevo
PH|Quezon City|Diliman, Cubao, Brgy. Commonwealth, Barangay Bagumbayan, Project 4, Novaliches
PH|Manila|Ermita, Malate, Binondo, Sampaloc, Tondo, Intramuros, Brgy. 669
PH|Davao City|Barangay Poblacion, Buhangin, Talomo, Brgy. Matina Crossing, Agdao
PH|Cebu City|Lahug, Mabolo, Brgy. Guadalupe, Barangay Kamputhaw
FJ|Suva|Toorak, Samabula, Nabua, Flagstaff
PE|Lima|Miraflores, San Isidro, Barranco, Surco, La Molina, San Borja, Cercado de Lima, Los Olivos
PE|Arequipa|Cayma, Yanahuara, Cerro Colorado, Cercado, Paucarpata
CL|Santiago|Providencia, Las Condes, Ñuñoa, Vitacura, Santiago Centro, La Florida, Maipú, Recoleta
CL|Valparaíso|Cerro Alegre, Cerro Concepción, Playa Ancha, Barón, El Almendral
CO|Bogotá|Chapinero, Usaquén, La Candelaria, Suba, Kennedy, Teusaquillo, Fontibón, Chicó Norte
CO|Bogotá D.C.|Chapinero, Usaquén, Engativá, Barrio Cedritos, Santa Fe, Suba
CO|Medellín|El Poblado, Laureles, Belén, Envigado, Robledo, La América
CO|Cali|Granada, San Antonio, Ciudad Jardín, El Peñón, Normandía
AR|Buenos Aires|Palermo, Recoleta, San Telmo, Belgrano, Caballito, Almagro, Villa Crespo, Flores
AR|CABA|Palermo, Balvanera, Núñez, Villa Urquiza, Boedo, Colegiales
AR|Córdoba|Nueva Córdoba, Güemes, Alberdi, Cerro de las Rosas, Alta Córdoba
AR|Rosario|Pichincha, Fisherton, Echesortu, Centro
EC|Quito|La Mariscal, La Floresta, Cumbayá, Centro Histórico, Iñaquito, Carcelén
EC|Guayaquil|Urdesa, Kennedy Norte, Alborada, Ceibos, Centro
VE|Caracas|Altamira, Chacao, Los Palos Grandes, Las Mercedes, El Rosal, Sabana Grande, La Candelaria
VE|Maracaibo|Bella Vista, Tierra Negra, La Lago, Santa Lucía
CR|San José|Escazú, Barrio Escalante, Rohrmoser, Pavas, La Uruca, Zapote, Barrio Amón
PA|Panamá|Bella Vista, El Cangrejo, Obarrio, San Francisco, Casco Viejo, Punta Pacífica, Calidonia
PA|Ciudad de Panamá|Bella Vista, Marbella, Betania, Paitilla, Costa del Este
PA|Panama City|Bella Vista, Obarrio, San Francisco, Albrook, El Cangrejo
DO|Santo Domingo|Naco, Piantini, Ensanche Naco, Gazcue, Zona Colonial, Bella Vista, Evaristo Morales
UY|Montevideo|Pocitos, Ciudad Vieja, Centro, Cordón, Carrasco, Punta Carretas, Malvín
PY|Asunción|Villa Morra, Recoleta, Centro, Barrio Jara, Carmelitas, Las Mercedes
BO|La Paz|Sopocachi, San Miguel, Calacoto, Obrajes, Miraflores, Zona Sur, Achumani
BO|Santa Cruz de la Sierra|Equipetrol, Urbarí, Centro, Plan Tres Mil
GT|Ciudad de Guatemala|Zona 10, Zona 1, Zona 14, Zona 9, Zona 4, Zona 15
GT|Guatemala|Zona 10, Zona 1, Zona 13, Zona 11, Zona Viva
HN|Tegucigalpa|Colonia Palmira, Colonia Kennedy, Lomas del Guijarro, Barrio La Granja, Comayagüela
SV|San Salvador|Colonia Escalón, San Benito, Colonia Médica, Centro Histórico, Colonia Flor Blanca
NI|Managua|Bolonia, Los Robles, Altamira, Reparto San Juan, Barrio Martha Quezada
CU|La Habana|Vedado, Miramar, Centro Habana, Habana Vieja, Playa, Cerro
HT|Port-au-Prince|Pétion-Ville, Delmas, Turgeau, Bois Verna, Carrefour-Feuilles
MX|Ciudad de México|Roma Norte, Condesa, Col. Juárez, Polanco, Coyoacán, Col. Del Valle, Centro
MX|Guadalajara|Col. Americana, Providencia, Col. Lafayette, Chapalita, Analco
MX|Monterrey|San Jerónimo, Obispado, Col. Mitras Centro, Contry, Barrio Antiguo
BR|São Paulo|Vila Mariana, Jardim Paulista, Pinheiros, Moema, Bela Vista, Santana, Itaim Bibi
BR|Rio de Janeiro|Copacabana, Ipanema, Botafogo, Tijuca, Barra da Tijuca, Leblon, Méier
BR|Brasília|Asa Sul, Asa Norte, Lago Sul, Sudoeste, Guará, Setor Comercial Sul
BR|Goiânia|Setor Bueno, Setor Marista, Setor Oeste, Jardim Goiás, Setor Central
PK|Karachi|Clifton, Block 6, PECHS, Gulshan-e-Iqbal, Saddar, North Nazimabad, Zamzama, DHA Phase 5
PK|Lahore|Gulberg III, Johar Town, Model Town, DHA Phase 4, Garhi Shahu, Samanabad
PK|Islamabad|F-8/3, G-9 Markaz, Blue Area, I-8/4, Sector F-7, E-11, G-10/1
PK|Rawalpindi|Saddar, Satellite Town, Bahria Town Phase 7, Chaklala Scheme 3
BD|Dhaka|Banani, Gulshan 1, Dhanmondi, Uttara, Motijheel, Mirpur 10, Mohammadpur, Baridhara
BD|Chittagong|Agrabad, Nasirabad, Halishahar, Khulshi, GEC
IN|Mumbai|Andheri East, Vile Parle East, Bandra West, Dadar, Powai, Fort, Goregaon (E), Borivali West
IN|New Delhi|Karol Bagh, Connaught Place, Saket, Dwarka, Lajpat Nagar, Rohini, Hauz Khas, Okhla
IN|Bengaluru|Indiranagar, Koramangala, Jayanagar, Whitefield, HSR Layout, Malleshwaram, BTM Layout
IN|Bangalore|Indiranagar, Rajajinagar, Basavanagudi, HAL 2nd Stage, J P Nagar 2nd Phase, Hebbal
IN|Chennai|T. Nagar, Adyar, Anna Nagar, Mylapore, Velachery, Nungambakkam, Guindy
IN|Hyderabad|Madhapur, Jubilee Hills, Banjara Hills, Begumpet, Ameerpet, Gachibowli, Kukatpally
IN|Kolkata|Salt Lake, Park Circus, Ballygunge, Gariahat, Behala, New Alipore, Tollygunge
IN|Pune|Kothrud, Viman Nagar, Koregaon Park, Shivajinagar, Hinjewadi, Baner, Aundh
IN|Navi Mumbai|Nerul, Vashi, Kharghar, Belapur CBD, Airoli, Turbhe
IN|Ahmedabad|Navrangpura, Satellite, Maninagar, Bodakdev, Paldi
IN|Thiruvananthapuram|Vellayambalam, Kowdiar, Pattom, Vazhuthacaud, Kazhakkoottam
TH|Bangkok|Khlong Toei, Watthana, Phaya Thai, Phra Khanong Nuea, Bang Rak, Silom, Chatuchak, Ratchathewi, Khet Watthana, Sathon District, Phra Nakhon District, Khwaeng Lumphini, Huai Khwang
TH|กรุงเทพฯ|แขวงคลองเตยเหนือ, เขตวัฒนา, เขตจตุจักร, แขวงสีลม, เขตบางรัก, แขวงลาดพร้าว, เขตปทุมวัน
VN|Hà Nội|Quận Đống Đa, Q. Ba Đình, Hoàn Kiếm, Cầu Giấy, P. Ô Chợ Dừa, Hai Bà Trưng, Tây Hồ
VN|TP. Hồ Chí Minh|Quận 1, Quận 3, Q. Bình Thạnh, Q.5, Phường Bến Nghé, Quận Tân Bình, Thủ Đức
VN|Ho Chi Minh City|District 1, District 5, Ward 3, Binh Thanh District, Tan Binh District, Ben Nghe Ward
VN|Hanoi|Hoan Kiem District, Ba Dinh, Dong Da District, Cau Giay, Tay Ho District
ID|Jakarta Selatan|Kebayoran Baru, Setiabudi, Tebet, Kec. Mampang Prapatan, Kel. Senayan, Cilandak
ID|Jakarta Pusat|Menteng, Kec. Menteng, Gambir, Tanah Abang, Kel. Gondangdia, Senen
ID|Jakarta|Menteng, Kuningan, Kemang, Kebayoran Baru, Kelapa Gading, Tanah Abang
ID|Surabaya|Gubeng, Wonokromo, Kec. Tegalsari, Rungkut, Kel. Ketabang
ID|Bandung|Coblong, Sukajadi, Kec. Cicendo, Dago, Kel. Citarum, Lengkong
TR|İstanbul|Beşiktaş, Kadıköy, Şişli, Üsküdar, Fatih, Beyoğlu
KZ|Алматы қаласы|Бостандық ауданы, Медеу ауданы, Алмалы ауданы, Әуезов ауданы
KZ|Шымкент|мкр. Нурсат, 3 мкр, Аль-Фарабийский район, мкр Северо-Запад
NG|Ibadan|Bodija, Dugbe, Ring Road, Mokola, Challenge
GH|Tema|Community 1, Community 25, Community 4, Heavy Industrial Area
ET|Dire Dawa|Kezira, Sabian, Kebele 02
TZ|Dodoma|Area C, Area D, Nzuguni, Makole
TZ|Mwanza|Nyamagana, Ilemela, Kirumba, Capri Point
ZM|Kitwe|Parklands, Nkana West, Riverside, Chimwemwe
SO|Mogadishu|Hodan, Wadajir, Hamar Weyne, Abdiaziz
LR|Monrovia|Sinkor, Congo Town, Bushrod Island, Paynesville
SL|Freetown|Aberdeen, Lumley, Wilberforce, Kissy, Brookfields
GM|Banjul|Half Die, Box Bar, New Town West
MR|Nouakchott|Tevragh Zeina, Ksar, Sebkha, Arafat
TD|N'Djamena|Moursal, Chagoua, Klemat, Farcha
BI|Bujumbura|Rohero, Kinindo, Bwiza, Ngagara
SC|Victoria|English River, Mont Fleuri, Bel Air
BB|Bridgetown|Wildey, Black Rock, Belleville, Strathclyde
JM|Kingston|New Kingston, Half Way Tree, Constant Spring, Cross Roads, Liguanea
TT|Port of Spain|Woodbrook, St. Clair, Belmont, Newtown, St. James
GY|Georgetown|Kitty, Queenstown, Bourda, Campbellville, Kingston
BS|Nassau|Cable Beach, Oakes Field, Palmdale, Centreville
BZ|Belize City|Fort George, Kings Park, Lake Independence
FJ|Nadi|Martintar, Namaka, Denarau Island
WS|Apia|Matautu, Vaitele, Motootua, Saleufi
PG|Lae|Top Town, Eriku, Omili
PF|Papeete|Titioro, Tipaerui, Mamao, Fare Ute
NC|Nouméa|Ducos, Anse Vata, Magenta, Vallée des Colons, Ouémo
RE|Saint-Denis|Le Chaudron, Sainte-Clotilde, La Montagne, Bellepierre
GP|Pointe-à-Pitre|Bergevin, Lauricisque, Centre-ville
MQ|Fort-de-France|Didier, Schœlcher, Terres Sainville, Redoute
GF|Cayenne|Montabo, Mirza, Centre-ville
LC|Castries|Vigie, Sans Souci, Morne Fortune, Bisee
MV|Malé|Henveiru, Maafannu, Galolhu, Machchangolhi
BT|Thimphu|Motithang, Changzamtog, Babesa, Norzin
BN|Bandar Seri Begawan|Kiulap, Gadong, Kampong Kiarong, Berakas
TL|Dili|Farol, Bidau, Comoro, Motael
CN|Beijing|Chaoyang District, Haidian District, Dongcheng District, Xicheng District
CN|Shanghai|Xuhui District, Pudong New Area, Jing'an District, Huangpu District
CN|Guangzhou|Tianhe District, Yuexiu District, Panyu District, Haizhu District
CN|Shenzhen|Nanshan District, Futian District, Luohu District, Bao'an District
TW|Taipei City|Xinyi Dist., Da'an Dist., Zhongshan Dist., Zhongzheng District, Songshan Dist.
TW|Kaohsiung City|Lingya Dist., Sanmin Dist., Zuoying District, Gushan Dist.
TW|高雄市|苓雅區, 三民區, 左營區, 福人里, 前金區
NG|Kaduna|Barnawa, Sabon Tasha, Malali, Ungwan Rimi
PG|Port Moresby|Boroko, Gordons, Waigani, Town, Hohola
"""
