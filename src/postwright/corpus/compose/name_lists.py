"""Family names of languages and countries that `names` lacks: people, places' saints, heroes."""

_SURNAMES = {
    "he": "כהן לוי מזרחי פרץ הרצל ביאליק רוטשילד ז'בוטינסקי ויצמן הנשיא ירושלים העצמאות הגפן",
    "fa": "احمدی محمدی حسینی رضایی آزادی انقلاب بهشتی مطهری ولیعصر امام_خمینی فردوسی حافظ سعدی",
    "th": "สุขุมวิท พหลโยธิน เพชรบุรี รัชดาภิเษก ลาดพร้าว สีลม สาทร พระราม เจริญกรุง ราชดำเนิน นิมมานเหมินท์",
    "hi": "गांधी नेहरू पटेल शर्मा सिंह कुमार तिलक सुभाष",
    "ka": "რუსთაველი აღმაშენებელი ჭავჭავაძე კოსტავა ბერიძე მაისურაძე თამარ_მეფე ვაჟა-ფშაველა",
    "hy": "Մաշտոց Աբովյան Թումանյան Սարգսյան Պետրոսյան Կոմիտաս Տիգրան_Մեծ Բաղրամյան",
    "az": "Əliyev Məmmədov Hüseynov Nizami Füzuli Nəsimi Heydər_Əliyev Azadlıq Xaqani",
    "bg": "Иванов Петров Димитров Васил_Левски Христо_Ботев Иван_Вазов Цар_Симеон Витоша Раковски",
    "mk": "Петровски Стојановски Гоце_Делчев Партизанска Илинденска Македонија",
    "sl": "Novak Horvat Prešernova Slovenska Trubarjeva Cankarjeva Krajnc Zupan",
    "sq": "Hoxha Shehu Skënderbeu Dervishi Naim_Frashëri Ismail_Qemali Gjoka",
    "et": "Tamm Saar Sepp Mägi Kask Pärnu Narva Tartu Lille Kesk",
    "lv": "Bērziņš Kalniņš Ozoliņš Brīvības Raiņa Kr._Barona Skolas Dzirnavu",
    "lt": "Kazlauskas Petrauskas Gedimino Vytauto Basanavičiaus Maironio Savanorių Taikos",
    "is": "Jónsson Guðmundsson Lauga Hverfis Skóla Aðal Hafnar",
    "ms": "Abdullah Ismail Rahman Tun_Razak Sultan_Ahmad Tan Lim Raja_Chulan Bukit_Bintang Ampang",
    "mn": "Бат-Эрдэнэ Чингис Сүхбаатар Энхтайван Жуков Ганболд",
    "am": "አበበ ተስፋዬ ምኒልክ ቸርችል ቦሌ",
    "ko": "김 이 박 최 정",
    "ja": "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田",
    "zh": "王 李 张 刘 陈 杨 黄 赵 周 吴",
    "mt": "Borg Camilleri Vella Farrugia Republic Merchants Zachary",
}
_BY_COUNTRY = {
    "IN": "Gandhi Nehru Patel Sharma Singh Kumar Gupta Tilak Ambedkar Bose Reddy Rao Iyer Mehta "
    "Shah Das Nair Verma Joshi Banerjee Chatterjee Shastri Tagore Lakshmi Rajaji Anna Subramaniam",
    "PK": "Khan Ahmed Malik Jinnah Iqbal Hussain Butt Sheikh Liaquat Chaudhry Qureshi Raza "
    "Ferozepur",
    "BD": "Rahman Hossain Islam Ahmed Mirpur Khan Begum Chowdhury Bangabandhu Kazi_Nazrul Das "
    "Gulshan",
    "LK": "Perera Fernando de_Silva Bandaranaike Jayawardena Senanayake Kumarathunga Dharmapala",
    "NP": "Shrestha Sharma Thapa Gurung Tamang Prithvi Tribhuvan Bhandari",
    "NG": "Awolowo Azikiwe Okafor Adeyemi Balogun Bello Ibrahim Okonkwo Eze Ademola Murtala "
    "Muhammed Abubakar Ogunlana Adetokunbo Allen Herbert_Macaulay",
    "GH": "Mensah Owusu Nkrumah Boateng Asante Appiah Osei Kwame Danquah Oxford",
    "KE": "Kenyatta Moi Kimathi Odinga Wanjiku Ngong Mwangi Otieno Kamau Tom_Mboya Uhuru Muthaiga",
    "ZA": "Mandela Nel Botha van_der_Merwe Naidoo Dlamini Nkosi Smuts Sisulu Voortrekker Biko "
    "Jansen",
    "PH": "Santos Reyes Cruz Bautista Garcia Rizal Bonifacio Mabini Quezon Aguinaldo Osmeña Luna "
    "Magsaysay Roxas del_Pilar Burgos Ramos Aquino",
    "SG": "Tan Lim Lee Ng Wong Orchard Serangoon Bedok Tampines Yishun Bukit_Timah Changi "
    "Ang_Mo_Kio",
    "HK": "Chan Wong Lee Cheung Nathan Hennessy Lockhart Canton Des_Voeux Gloucester Connaught "
    "Queen's",
    "MM": "Aung Khin Bogyoke Pyay Insein Anawrahta Maha_Bandula",
    "TW": "Chen Lin Huang Zhongshan Zhongzheng Minsheng Heping Xinyi Fuxing Renai Zhongxiao",
    "CN": "Wang Li Zhang Renmin Zhongshan Jiefang Nanjing Beijing Huaihai Jianguo Changan Xinhua "
    "Wenhua Heping Century Yan'an Hongqiao Keji",
    "KR": "Kim Lee Park Teheran Gangnam Sejong Jong Eulji Toegye Dongil Yeoui Mapo Jungang "
    "Haeundae",
    "JP": "Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi",
    "TH": "Sukhumvit Silom Sathorn Ratchadaphisek Phahonyothin Rama_IV Charoen_Krung Nimmanhaemin "
    "Lat_Phrao Wireless Phetchaburi Chaiyaphum Somchai Srisai",
    "RU": "Ivanov Smirnov Lenina Pushkina Gagarina Mira Tverskaya Sovetskaya Lesnaya Sadovaya "
    "Kirova",
    "UA": "Shevchenka Franka Hrushevskoho Bandery Khreshchatyk Sadova Kovalenko Melnyk",
    "BY": "Lenina Kupaly Kolasa Nezavisimosti Sovetskaya Pushkina Ivanov",
    "KZ": "Abay Satpayev Nazarbayev Dostyk Tole_Bi Furmanov Auezov",
    "UZ": "Amir_Temur Navoi Mustaqillik Bunyodkor Shota_Rustaveli Karimov",
    "BG": "Vasil_Levski Vitosha Hristo_Botev Ivanov Georgiev Rakovski Tsar_Boris_III",
    "GR": "Papadopoulos Venizelou Ermou Stadiou Kifissias Syngrou Vouliagmenis Patision "
    "Kolokotroni",
    "CY": "Makariou Georgiou Ledra Papadopoulos Kyriakou Kennedy",
    "IL": "Cohen Levi Herzl Rothschild Ben_Yehuda Dizengoff Jabotinsky Allenby Weizmann Begin "
    "Bialik",
    "IR": "Valiasr Azadi Enghelab Ferdowsi Hafez Saadi Motahari Beheshti Ahmadi Mohammadi",
    "AE": "Sheikh_Zayed Al_Wasl Jumeirah Al_Maktoum Corniche Hamdan Khalifa Al_Reem Muroor",
    "SA": "King_Fahd Olaya Tahlia King_Abdullah Prince_Sultan Al_Madinah Al_Amir Khalid_ibn_Walid",
    "EG": "Tahrir Ramses Talaat_Harb Salah_Salem Gamal_Abdel_Nasser Mohamed_Ali Hassan_Sabry",
    "GE": "Rustaveli Chavchavadze Kostava Aghmashenebeli Beridze Pekini",
    "AM": "Mashtots Abovyan Tumanyan Sayat-Nova Baghramyan Sargsyan",
    "VN": "Nguyễn Trần Lê Phạm Nguyễn_Huệ Lê_Lợi Trần_Hưng_Đạo Hai_Bà_Trưng Điện_Biên_Phủ "
    "Lý_Thường_Kiệt",
    "KH": "Sihanouk Monivong Norodom Mao_Tse_Toung Sok Chea",
}

_FIRST = {
    "sv": "Anders Lars Karin Anna Erik Johan Maria Eva",
    "da": "Jens Peter Anne Lars Mette Hans Kirsten Søren",
    "nb": "Ole Anne Kari Per Ingrid Lars Bjørn Liv",
    "fi": "Juha Matti Anna Maria Tuula Pekka Johanna",
    "cs": "Jan Jiří Petr Marie Jana Eva Pavel Tomáš",
    "sk": "Ján Peter Mária Anna Jozef Zuzana",
    "hu": "László István Mária Erzsébet Zoltán Katalin",
    "ro": "Ion Maria Andrei Elena Mihai Ioana Gheorghe",
    "tr": "Mehmet Mustafa Ayşe Fatma Ahmet Ali Zeynep",
    "hr": "Ivan Marko Ana Marija Josip Petra",
    "ru": "Иван Мария Александр Ольга Сергей Анна Дмитрий",
    "uk": "Іван Олена Андрій Марія Тарас Оксана",
    "bg": "Иван Мария Георги Елена Димитър",
    "el": "Γιώργος Μαρία Νίκος Ελένη Κώστας",
    "ar": "محمد أحمد فاطمة علي عائشة خالد",
    "he": "דוד שרה משה רחל יוסף",
    "fa": "علی محمد زهرا فاطمه رضا",
    "th": "สมชาย สมหญิง ประเสริฐ มาลี",
    "id": "Budi Siti Agus Dewi Andi Rina",
    "ms": "Ahmad Siti Mohd Nur Aminah",
    "vi": "Văn Thị Minh Hương Lan",
    "ka": "გიორგი ნინო დავით მარიამ",
    "hy": "Արամ Անի Տիգրան Մարիամ",
}


def _split(table: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Each list as a tuple of its names, `_` for a blank inside a name."""
    return {
        key: tuple(word.replace("_", " ") for word in words.split()) for key, words in table.items()
    }


MORE_SURNAMES = _split(_SURNAMES)
"""Family names and names of streets' patrons by language."""
SURNAMES_OF = _split(_BY_COUNTRY)
"""The same by country, in Latin letters."""
MORE_FIRST_NAMES = _split(_FIRST)
"""First names by language."""
