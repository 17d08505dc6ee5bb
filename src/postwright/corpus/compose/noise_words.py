"""What stands around addresses, by language: labels before, telephone words, remarks behind."""

from postwright.corpus.compose.listing import listed

LABELS = {
    "en": listed(
        "Address: |Ship to: |Ship to |ADDRESS: |Address - |Deliver to: |Location: |SHIP TO: |"
        "Mailing address: |Bill to: |addr: |Send to: |Our address is |Find us at |Home: |"
        "located at |Delivery address: |Registered Office: |Registered address: |Venue: |Addr: |"
        "Physical address: |DELIVER TO - |Deliver to |deliver to: |Postal address: |Head Office: |"
        "Office: |Pick up: |Pickup from |Pick-up: |Drop-off: |Return address: |Visit us at |"
        "Bill To |Billing address: |Shipping Address: |From: |To: |Where: |Meet at |Event at |"
        "Store: |Branch: |Site: |Customer: |Property: |HQ: |my address is |I live at |we are at |"
        "Residence: |Current address: |Return to: |Warehouse: |Job site: |Consignee: |Loc: "
    ),
    "fr": listed(
        "Adresse : |Adresse: |Livraison : |Siège social : |Adr. : |Expédier à : |"
        "Adresse de livraison : |Adresse de facturation : |Lieu : |Livrer à : |Domicile : |"
        "Adresse postale : |Siège : |Retrait : |Rendez-vous au |adresse |Facturation : |Lieu: |"
        "Point de rendez-vous : |Expéditeur : |Destinataire : |j'habite au |situé au |ADRESSE : "
    ),
    "de": listed(
        "Adresse: |Anschrift: |Lieferadresse: |Standort: |Rechnungsadresse: |Treffpunkt: |Ort: |"
        "Lieferanschrift: |Postanschrift: |Wohnhaft: |Abholung: |Sitz: |Firmensitz: |Absender: |"
        "Empfänger: |Besuchsadresse: |Hausanschrift: |Veranstaltungsort: |wohnhaft in |Büro: |"
        "Liefern an: |ADRESSE: |Filiale: |Einsatzort: "
    ),
    "es": listed(
        "Dirección: |Domicilio: |Dir.: |Enviar a: |Dirección de entrega: |DIRECCIÓN: |Entrega: |"
        "Recogida: |Retiro en: |Ubicación: |Sede: |Lugar: |Domicilio fiscal: |Entregar en |"
        "Facturar a: |Oficina: |Remitente: |Destinatario: |estamos en |Envío a: |Dom.: |"
        "Domicilio social: |Sucursal: |dirección "
    ),
    "it": listed(
        "Indirizzo: |Sede: |Ind. |Sede legale: |Spedire a: |Consegna: |Indirizzo di consegna: |"
        "Destinatario: |Mittente: |Ritiro: |Luogo: |Residenza: |Sede operativa: |Fatturare a: |"
        "INDIRIZZO: |residente in |Punto di ritrovo: "
    ),
    "pt": listed(
        "Endereço: |Morada: |End.: |Entregar em |Entregar em: |Endereço de entrega: |Local: |"
        "Retirada: |Sede: |Destinatário: |Remetente: |Enviar para: |ENDEREÇO: |Loja: |"
        "Morada de entrega: |Localização: |Faturar a: |Filial: "
    ),
    "nl": listed(
        "Adres: |Bezorgadres: |Bezoekadres: |Postadres: |Afleveradres: |Locatie: |Factuuradres: |"
        "Leveren aan: |Afhalen: |Vestiging: |ADRES: |adres |Bezorgen bij: |Woonadres: "
    ),
    "pl": listed(
        "Adres: |adres: |Adres dostawy: |Adres korespondencyjny: |Siedziba: |Dostawa: |Odbiór: |"
        "Miejsce: |Adres zamieszkania: |ul. i nr: |Nadawca: |Odbiorca: "
    ),
    "sv": listed(
        "Adress: |Leveransadress: |Besöksadress: |Postadress: |Plats: |Hämtas: |Fakturaadress: "
    ),
    "da": listed(
        "Adresse: |Leveringsadresse: |Åbent i dag: |Sted: |Leveres til: |Afhentning: |Mødested: "
    ),
    "nb": listed(
        "Adresse: |Leveringsadresse: |Besøksadresse: |Postadresse: |Sted: |Oppmøte: |Leveres: "
    ),
    "fi": listed("Osoite: |Toimitusosoite: |Käyntiosoite: |Postiosoite: |Paikka: |Nouto: "),
    "cs": listed("Adresa: |Dodací adresa: |Sídlo: |Doručit na: |Fakturační adresa: |Provozovna: "),
    "sk": listed("Adresa: |Dodacia adresa: |Sídlo: |Doručiť na: |Prevádzka: "),
    "hu": listed("Cím: |Szállítási cím: |Székhely: |Lakcím: |Helyszín: |Postacím: "),
    "ro": listed("Adresa: |Adresă de livrare: |Sediu: |Livrare la: |Domiciliu: |Sediul social: "),
    "hr": listed("Adresa: |Adresa dostave: |Sjedište: |Lokacija: "),
    "tr": listed(
        "Adres: |Teslimat adresi: |Teslimat: |Fatura adresi: |Konum: |Merkez: |ADRES: |Şube: "
    ),
    "ru": listed(
        "Адрес: |адрес: |Адрес доставки: |Доставка: |Юр. адрес: |Место: |Юридический адрес: |"
        "Самовывоз: |Прописка: "
    ),
    "uk": listed("Адреса: |адреса: |Адреса доставки: |Доставка: |Місце: |Юр. адреса: |Самовивіз: "),
    "bg": listed("Адрес: |Адрес за доставка: |Седалище: |Доставка: "),
    "el": listed("Διεύθυνση: |Διεύθυνση αποστολής: |Έδρα: |Παράδοση: |Δ/νση: "),
    "ar": listed("العنوان: |عنوان التوصيل: |العنوان : |الموقع: |المقر: "),
    "fa": listed("آدرس: |نشانی: |آدرس تحویل: "),
    "he": listed("כתובת: |כתובת למשלוח: |מען: |מיקום: |משרד: "),
    "th": listed("ที่อยู่: |ที่อยู่ |จัดส่งที่ |ที่อยู่จัดส่ง: |สถานที่: "),
    "ja": listed("住所：|住所: |本社 |所在地：|お届け先：|配送先: |勤務先：|会場：|本店　"),
    "zh": listed(
        "地址：|地址: |收货地址：|收件地址：|寄件地址：|通訊地址：|公司地址：|住址：|地点："
    ),
    "ko": listed("주소: |주소 : |배송지: |본사: |도로명주소: |받는 곳: |소재지: "),
    "hi": listed("पता: |पता - |डिलीवरी पता: "),
    "id": listed(
        "Alamat: |ALAMAT KIRIM: |Alamat: |Kirim ke: |Lokasi: |Kantor: |Alamat pengiriman: "
    ),
    "ms": listed("Alamat: |Alamat penghantaran: |Hantar ke: |Lokasi: "),
    "vi": listed("Địa chỉ: |Địa chỉ giao hàng: |ĐC: |Giao đến: |Trụ sở: "),
}
PHONE_WORDS = {
    "en": listed(
        "Tel. |Tel: |Phone: |tel |T: |Fax: |Ph: |Ph |phone |Tel |Cell: |Mobile: |call |P: |fax "
    ),
    "fr": listed("Tél. |Tél : |Tel. |tél. |Tél: |Téléphone : |Port. |Fax : |T. "),
    "de": listed("Tel. |Tel.: |Telefon |Tel |Mobil |Fax |Telefon: |Handy "),
    "es": listed("Tel. |Tel: |Teléfono |tlf. |Tlf: |fono |Fono |cel. |Cel: |Móvil |tel |Tfno. "),
    "it": listed("Tel. |tel. |Tel |Telefono: |cell. |Fax "),
    "pt": listed("Tel. |tel. |fone |Fone: |Telefone: |Tel: |Cel. |telef. |Telemóvel |WhatsApp "),
    "nl": listed("tel. |Tel. |tel |telefoon |T |Mob. |bel |bel naar |Bel: "),
    "pl": listed("tel. |Tel. |tel |tel.: |kom. "),
    "sv": listed("tel |tel. |Tfn |telefon |mobil "),
    "da": listed("tlf. |Tlf. |tlf |Tlf.: |telefon |mobil "),
    "nb": listed("tlf. |Tlf. |tlf |Tlf: |telefon |ring |mobil "),
    "fi": listed("puh. |Puh. |p. |puh |tel. "),
    "cs": listed("tel. |Tel.: |tel.: |mobil "),
    "sk": listed("tel. |Tel.: |mobil "),
    "hu": listed("tel. |Tel.: |Telefon: |tel: "),
    "ro": listed("tel. |Tel: |telefon |Tel. "),
    "hr": listed("tel. |Tel: |mob. |tel: "),
    "tr": listed("Tel: |tel |Telefon: |Gsm: |Cep: "),
    "ru": listed("тел. |Тел.: |тел |телефон |моб. "),
    "uk": listed("тел. |Тел.: |тел |моб. "),
    "bg": listed("тел. |Тел.: |тел: "),
    "el": listed("τηλ. |Τηλ: |τηλ |Τηλ.: "),
    "ar": listed("هاتف |هاتف: |تلفون: |ت: "),
    "he": listed("טל |טלפון: |טל: |נייד "),
    "fa": listed("تلفن: |تلفن |تماس: "),
    "th": listed("โทร. |โทร |Tel. |โทรศัพท์ "),
    "ja": listed("TEL |TEL: |電話 |電話：|Tel. |℡"),
    "zh": listed("电话：|電話：|电话 |TEL: |手机 |聯絡電話 "),
    "ko": listed("전화 |TEL: |전화: |☎ |연락처 "),
    "id": listed("Telp. |telp |Telp: |HP |WA "),
    "ms": listed("Tel: |Tel |H/P: "),
    "vi": listed("ĐT: |SĐT: |Tel: |điện thoại "),
}
NOTES = {
    "en": listed(
        "side gate, mind the dog|buzz code 0412|ring twice|before 5pm|fix gutter|leave at door|"
        "ring before coming|call on arrival|Mon-Fri 9-5|open 24 hours|use back entrance|"
        "gate code 4471|next to the pharmacy|opposite the bank|behind the church|no parking|"
        "deliver after 6 pm|Mon-Sat 8am-6pm|leave with neighbour|urgent|fragile|see map|"
        "2 parcels|signature required|near the station|across from the school|blue door|"
        "by appointment only|ring {p}|ask for {p}|hours 9am to 5pm|key under mat|"
        "c. 2 miles past the bridge|Open Tue-Sun 11-9|door code 0412|lockbox 4471|closed Sundays|"
        "knock loudly|second delivery attempt|east side"
    ),
    "fr": listed(
        "sonner deux fois|digicode 4512|code porte 45A12|interphone {p}|sonner chez {p}|"
        "code portail 1234|code 4512B|laisser chez le gardien|code 12A45|lun-ven 9h-18h|"
        "fermé le lundi|derrière l'église|à côté de "
        "la poste|livraison avant 17h|interphone|ouvert le dimanche|portail vert|face à la mairie"
    ),
    "de": listed(
        "Mo-Fr 9-18 Uhr|klingeln bei {p}|Klingel {p}|bitte klingeln bei {p}|Klingelschild {p}|"
        "bitte klingeln|Hintereingang|Klingel defekt|täglich 10-18 Uhr|im Hof|"
        "neben der Apotheke|ab 17 Uhr|beim Nachbarn abgeben|Mo-Sa 8-20 Uhr|gegenüber Rathaus"
    ),
    "es": listed(
        "tocar el timbre|preguntar por {p}|timbre {p}|portero 12|llamar al llegar|L-V 9-18 h|"
        "frente a la iglesia|portón verde|llamar antes|junto al banco|"
        "entregar por la mañana|al lado de la farmacia|casa azul|cerrado domingos"
    ),
    "it": listed(
        "suonare due volte|citofono {p}|citofonare {p}|suonare {p}|lun-ven 9-18|citofono|"
        "di fronte alla chiesa|chiuso lunedì"
    ),
    "pt": listed(
        "tocar campainha|falar com {p}|interfone 12|procurar {p}|seg-sex 8h-18h|"
        "em frente à igreja|portão verde|ao lado do banco|"
        "próximo à padaria|ligar antes|perto da praça"
    ),
    "nl": listed(
        "bel werkt niet|aanbellen bij {p}|bel {p}|ma-vr 9-17 uur|achterom|bij de buren|"
        "naast de apotheek"
    ),
    "pl": listed(
        "domofon 12|dzwonić do {p}|kod do bramy 1234|pn-pt 9-17|dzwonić dwa razy|obok apteki|"
        "wejście od podwórka"
    ),
    "sv": listed("portkod 1234|mån-fre 9-17|ring på|hämtas fredag"),
    "da": listed("ring på|man-fre 9-17|hentes fredag|bagindgang"),
    "nb": listed("ring ved ankomst|man-fre 9-17|hentes fredag|bakdør|ring først"),
    "fi": listed("ovikoodi 1234|ma-pe 9-17|soita ovikelloa"),
    "tr": listed("zile basın|hafta içi 9-18|eczane yanı|cami karşısı|kapıya bırakın"),
    "ru": listed("домофон 12|пн-пт 9-18|звонить заранее|вход со двора|рядом с аптекой"),
    "uk": listed("домофон 12|пн-пт 9-18|дзвонити заздалегідь|вхід з двору"),
    "id": listed("depan masjid|sebelah bank|pagar hijau|dekat pasar|titip satpam"),
    "ms": listed("depan masjid|sebelah bank|pagar hijau|dekat pasar"),
    "ja": listed("不在時は宅配ボックス|平日9時〜18時|午前中希望"),
    "zh": listed("请放门口|到了打电话|周一至周五9-18点"),
    "ko": listed("문 앞에 놓아주세요|평일 9-18시|부재시 경비실"),
}
ORDERS = {
    "en": listed(
        "Order #{n}: |Order {n} - |Invoice no. {n}, |Ref. {n}: |ID {n}; |Job {n} - |"
        "Order #{n}-{d} deliver to |Invoice {n} Bill To |Ticket {n}: |Ref no. {n} |PO# {n} / |"
        "Acct {n}, |ref no. {n} |Customer {n} - |Parcel {n} to |Case {n}: |Stop {d}: |WO-{n} |"
        "Order no. {n}, |CUST {n} - |Tracking {n}: |#{n} - "
    ),
    "fr": listed(
        "Commande n° {n} : |Réf. {n} : |Cde {n} - |Facture {n}, |Client {n} : |Colis {n} : "
    ),
    "de": listed(
        "Bestellung {n}: |Auftrag {n} - |Rechnung Nr. {n}, |Kd.-Nr. {n}: |Best.-Nr. {n} / |"
        "Az. {n}: "
    ),
    "es": listed("Pedido {n}: |Pedido n.º {n} - |Factura {n}, |Cliente {n}: |Ref. {n}: |OT {n} - "),
    "it": listed("Ordine {n}: |Fattura n. {n}, |Rif. {n}: |Cliente {n} - "),
    "pt": listed("Pedido {n}: |Pedido nº {n} - |NF {n}, |CLIENTE {n} - |Ref. {n}: "),
    "nl": listed("Order {n}: |Bestelling {n} - |Factuur {n}, |Klantnr. {n}: "),
    "sv": listed("Order {n}: |Faktura {n}, |Kundnr {n}: "),
    "da": listed("Ordre {n}: |Faktura {n}, |Kundenr. {n}: "),
    "nb": listed("Ordre {n}: |Faktura {n}, |Kundenr. {n}: "),
    "pl": listed("Zamówienie nr {n}: |Zlecenie {n} - |Faktura {n}, |Klient {n}: "),
    "ru": listed("Заказ № {n}: |Заказ {n} - |Накладная {n}, "),
    "uk": listed("Замовлення № {n}: |Замовлення {n} - "),
    "tr": listed("Sipariş no {n}: |Fatura {n} - |Müşteri {n}: "),
    "ja": listed("注文番号{n}：|伝票{n} "),
    "zh": listed("订单号{n}：|訂單{n}："),
    "ko": listed("주문번호 {n}: |주문 {n} - "),
}
