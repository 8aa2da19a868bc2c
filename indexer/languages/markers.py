"""Words that tell a language, its endings and its letters. Data only."""

from __future__ import annotations

MARKERS = {
    "en": """
        the of and to in is that for it was on with as are be this by have from or had not but what all were when
        we there can an your which their said if will would each about how up out them then she many some so these
        has her him his like into time no been who its now my than you our more any also after before between
        because should could where while only over under until during see
        | please dear regards invoice date page phone address monday tuesday wednesday thursday friday saturday
        sunday january february march april may june july august september october november december total amount
        street
    """,
    "de": """
        der die das und ist nicht ein eine einen einem einer eines des dem den mit für auf von zu zum zur im am
        sind war waren wird werden wurde wurden haben hat hatte sich auch nach bei bis aus durch über unter vor
        wie als oder aber wenn dass daß nur noch schon sehr mehr kein keine keinen man wir ihr sie er es ich uns
        ihnen unser unsere ihre seine zwischen gegen ohne wegen damit dieser diese dieses kann können muss müssen
        soll sollte alle jeder hier dort heute morgen gestern jahr jahre sowie
        | bitte geehrte geehrter herr frau grüßen grüße rechnung datum seite uhr straße betrag montag dienstag
        mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember betreff
        kunde nummer adresse telefon vertrag termin zutaten summe mwst
    """,
    "nl": """
        de het een en van is niet dat op te zijn met voor er maar om hem dan zou of wat mijn men dit zo door over
        ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze u want nog zal me zij nu ge
        geen omdat iets worden toch al waren veel meer doen toen moet ben zonder kan hun dus alles onder ja eens
        hier wie werd altijd wordt onze wij graag alle jaar elke tussen tegen
        | geachte heer mevrouw groet groeten factuur datum bladzijde uur bedrag straat maandag dinsdag woensdag
        donderdag vrijdag zaterdag zondag januari februari maart mei juni juli augustus oktober onderwerp klant
        nummer adres telefoon afspraak ingrediënten totaal btw overeenkomst
    """,
    "sv": """
        och det att i en jag hon som han på den med var sig för så till är men ett om hade de av icke mig du henne
        då sin nu har inte hans honom skulle hennes där min man ej vid kunde något från ut när efter upp vi dem
        vara vad över än dig kan sina här ha mot alla under någon eller allt mycket sedan ju denna själv detta åt
        utan varit hur ingen mitt ni bli blev oss din dessa några deras blir mina samma vilken er sådan vår blivit
        dess inom mellan år ska
        | faktura datum sida hälsningar kronor måndag tisdag onsdag torsdag fredag lördag söndag januari februari
        mars maj juni juli augusti oktober belopp kund nummer adress telefon möte ingredienser moms avtal
    """,
    "da": """
        og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham
        hun nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil blev kunne ind når
        være dog noget ville jo deres efter ned skulle denne end dette mit også under have dig anden hende mine
        alt meget sit sine vor mod disse hvis din nogle hos blive mange ad bliver hendes været thi jer sådan år
        kære uge
        | faktura dato side hilsen kroner venlig beløb mandag tirsdag onsdag torsdag fredag lørdag søndag januar
        februar marts maj juni juli august oktober kunde nummer adresse telefon møde ingredienser moms aftale
    """,
    "no": """
        og i jeg det at en et den til er som på de med han av ikke ikkje der så var meg seg men ett har om vi min
        mitt ha hadde hun nå over da ved fra du ut sin dem oss opp man kan hans hvor eller hva skal selv sjøl her
        alle vil bli ble blei blitt kunne inn når være kom noen noe ville dere deres kun ja etter ned skulle denne
        for deg si sine sitt mot å meget hvorfor dette disse uten hvordan ingen din ditt blir samme hvilken hvilke
        sånn inni mellom vår hver hvem vors hvis både bare enn fordi før mange også slik vært år kjære uke
        | faktura dato side hilsen kroner beløp mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar
        mars mai juni juli august oktober kunde nummer adresse telefon møte ingredienser mva avtale
    """,
    "fi": """
        ja on ei se että hän oli joka mutta ovat kun niin myös tai ole vain jos kuin sen sitä nyt kuten koska
        ollut olla tämä tämän siitä minä sinä me te he ne mitä mikä jotka jonka jossa olen olet olemme olisi eivät
        emme en kanssa ennen jälkeen mukaan sekä vielä jo kaikki kaikkien niiden alle yli noin voi tulee pitää
        | hyvä hyvää lasku päivä päivämäärä sivu euroa terveisin maanantai tiistai keskiviikko torstai perjantai
        lauantai sunnuntai tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu
        marraskuu joulukuu vuoden vuonna asiakas numero osoite puhelin kokous yhteensä sopimus
    """,
    "hu": """
        a az és hogy nem is egy van volt meg csak de ez ezt azt már még mint vagy ha kell lesz vannak voltak lehet
        minden nagyon amely aki ami akkor mert után által között miatt szerint több mindig ki be fel el le itt ott
        most így úgy sem ne se én te mi ti ők ezek azok ennek annak
        | tisztelt kedves üdvözlettel számla dátum oldal összeg forint hétfő kedd szerda csütörtök péntek szombat
        vasárnap január február március április május június július augusztus szeptember október november december
        év évben nap ügyfél cím telefon szerződés hozzávalók összesen
    """,
    "fr": """
        à le la les de des du un une et est en que qui dans pour pas sur ce cette ces il elle ils elles nous vous je
        tu on se sa son ses leur leurs au aux avec par plus ne ou mais où si sont était être été avoir avait ont
        fait comme tout tous toutes très sans sous entre même aussi bien notre votre mon ma mes ton lui y dont
        après avant chez depuis jusque afin lors
        | madame monsieur cordialement facture montant rue heure heures lundi mardi mercredi jeudi vendredi samedi
        dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre année merci
        bonjour objet client numéro adresse téléphone réunion ingrédients total tva contrat
    """,
    "es": """
        dos tres el la los las de del un una unos unas y es en que por para con no se lo al su sus como más pero o este
        esta estos estas ese esa muy sin sobre también me hasta hay donde quien desde todo todos nos durante ni
        contra otros fue era ser ha han son está están tiene puede entre cuando ya le les mi tu usted ustedes
        nuestro nuestra porque así después antes hoy según cada gracias
        | señor señora atentamente saludos factura fecha página calle importe lunes martes miércoles jueves
        viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
        diciembre año asunto cliente número dirección teléfono reunión ingredientes total iva contrato
    """,
    "it": """
        due tre il lo la i gli le di del dello della dei degli delle un uno una e è in che per con non si da dal
        dalla su sul sulla al allo alla ai agli alle nel nella nei nelle come più ma o se questo questa questi queste
        quello quella sono era essere ha hanno ho anche ci mi ti vi suo sua suoi loro nostro vostro dopo prima tra
        fra senza sotto sopra molto tutto tutti ogni quando dove cui già ancora così grazie perché fino
        | gentile signore signora saluti cordiali fattura data pagina via importo lunedì martedì mercoledì giovedì
        venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre
        novembre dicembre anno anni oggetto cliente numero indirizzo telefono riunione ingredienti totale iva
        contratto
    """,
    "pt": """
        o a os as de do da dos das um uma uns umas e é em no na nos nas que por para com não se ao aos à às seu
        sua seus suas como mais mas ou este esta isso esse essa muito sem sobre também até quando onde quem desde
        todo todos pelo pela pelos pelas foi era ser são está estão tem têm pode entre já lhe meu minha nosso
        nossa você vocês depois antes obrigado obrigada cada ainda
        | senhor senhora atenciosamente cumprimentos fatura recibo valor rua segunda terça quarta quinta sexta
        sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
        ano anos assunto cliente número endereço telefone reunião ingredientes total iva contrato
    """,
    "ca": """
        el la els les de del dels un una uns unes i és en que per amb no es al als com més però o aquest aquesta
        aquests aquestes molt sense sobre també fins hi ha on qui des tot tots nos seu seva seus seves són està
        estan té pot entre quan ja li meu nostre vostè després abans perquè aquí
        | senyor senyora factura data pàgina carrer import dilluns dimarts dimecres dijous divendres dissabte
        diumenge gener febrer març abril maig juny juliol agost setembre octubre novembre desembre any gràcies
        assumpte client número adreça telèfon reunió contracte
    """,
    "ro": """
        și în la de pe cu un o este nu se a că din pentru care sunt mai ce au fi fost dar sau după prin lui ei lor
        acest această aceste acestea ale al ai cel cea cei cele când unde cum tot toate foarte fără sub peste
        între până dumneavoastră noi voi el ea
        | stimate stimată domnule doamnă factura data pagina suma luni marți miercuri joi vineri sâmbătă duminică
        ianuarie februarie martie aprilie iunie iulie august septembrie octombrie noiembrie decembrie an ani
        mulțumesc salut client număr adresă telefon ședință ingrediente total tva contract
    """,
    "pl": """
        i w na z do nie się jest to że o po za od jak ale co tak dla czy są był była było były być przez przy lub
        oraz który która które tego tej tym jego jej ich tylko już jeszcze może bardzo pod nad przed bez między
        gdy jeśli aby nas nam mnie proszę dziękuję
        | pan pani szanowny szanowna pozdrowieniami faktura data strona kwota ulica poniedziałek wtorek środa
        czwartek piątek sobota niedziela stycznia lutego marca kwietnia maja czerwca lipca sierpnia września
        października listopada grudnia roku rok dzień klient numer adres telefon spotkanie składniki razem vat
        umowa
    """,
    "cs": """
        a v na je se že s z do o to ve i za by pro jako ale po co tak od při jsou byl byla bylo byly být nebo
        který která které jeho její jejich jen už ještě může velmi pod nad před bez mezi když aby podle nás nám
        prosím děkuji také není jsme však
        | pan paní vážený vážená pozdravem faktura datum strana částka ulice pondělí úterý středa čtvrtek pátek
        sobota neděle ledna února března dubna května června července srpna září října listopadu prosince roku rok
        den zákazník číslo adresa telefon schůzka ingredience celkem dph smlouva
    """,
    "tr": """
        ve bir bu da de için ile çok daha olarak olan ne var gibi kadar ama o en sonra her ki mi mı ya veya ise
        değil ben sen biz siz onlar şu bunu bunun olduğu tarafından üzere göre önce yeni son iki üç tüm yok oldu
        eder etmek edilir lütfen teşekkürler hem bizim
        | sayın saygılarımla fatura tarih tarihi sayfa tutar cadde sokak lira pazartesi salı çarşamba perşembe
        cuma cumartesi pazar ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık yıl gün
        saat konu müşteri numara adres telefon toplantı malzemeler toplam kdv sözleşme
    """,
    "et": """
        ja on ei et see ta oli ka kui ning aga mis kes või ma sa me te nad selle seda need oma siis juba veel
        ainult väga pärast enne üle alla koos ilma vahel kuni olema olla ole olid saab peab tuleb
        | arve kuupäev lehekülg summa tänav esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev jaanuar
        veebruar märts aprill mai juuni juuli august september oktoober november detsember aasta lugupeetud
        tervitades klient number aadress telefon koosolek kokku leping
    """,
    "lt": """
        ir yra kad į iš su ne tai bet kaip per už nuo apie po prie jis ji jie buvo būti bus ar arba kuris kuri
        kurie jo jos jų tik jau dar labai be prieš tarp kai jei mes jūs aš
        | gerbiamas gerbiama pagarbiai sąskaita data puslapis suma gatvė pirmadienis antradienis trečiadienis
        ketvirtadienis penktadienis šeštadienis sekmadienis sausio vasario kovo balandžio gegužės birželio liepos
        rugpjūčio rugsėjo spalio lapkričio gruodžio metų metai diena klientas numeris adresas telefonas
        susitikimas viso sutartis
    """,
    "id": """
        yang dan di ini itu dengan untuk tidak dari dalam akan pada juga ke karena adalah oleh sudah saya kami
        kita mereka dia ada bisa dapat seperti atau tetapi telah lebih harus setelah sebelum antara tanpa sampai
        jika para tersebut bahwa menjadi anda terima kasih
        | hormat faktur tanggal halaman jumlah jalan senin selasa rabu kamis jumat sabtu minggu januari februari
        maret april mei juni juli agustus september oktober november desember tahun hari pelanggan nomor alamat
        telepon rapat bahan total kontrak
    """,
    "ru": """
        и в не на я что он с как это по но они мы все она так его за был от же до из у вы для бы или была было
        были быть есть если только уже еще ещё очень при со об под над между чтобы который которая которые также
        после перед нас вас вам их ее её мне нам этот эта эти где когда пожалуйста спасибо
        | счёт счет дата страница сумма улица понедельник вторник среда четверг пятница суббота воскресенье января
        февраля марта апреля мая июня июля августа сентября октября ноября декабря года год день уважаемый
        уважением рублей тема клиент номер адрес телефон встреча ингредиенты итого ндс договор
    """,
    "uk": """
        і й в у не на що як це та з до за від але чи для або є була було були бути якщо лише вже ще дуже при під
        над між щоб який яка які також після перед нас вас вам їх її мені де коли дякую
        | рахунок дата сума вулиця понеділок вівторок середа року рік день гривень клієнт номер адреса телефон
        зустріч договір
    """,
    "bg": """
        и на в да не се е за от с са че по ще до като при това беше към или ако само вече още много под над между
        които който която също след преди ни ви им където кога благодаря
        | сметка дата сума улица година ден лева клиент номер адрес телефон среща договор
    """,
    "sr": """
        и у на да не се је за од са су као по ће до при то био била било или ако само већ још много под над између
        који која које такође после пре нас вас им где када хвала
        | рачун датум износ улица године дан динара клијент број адреса телефон састанак уговор
    """,
    "ar": """
        في من على إلى الى أن ان هذا هذه التي الذي عن مع كان كانت ما لا لم لن أو او ثم قد كل بعد قبل بين عند حتى هو
        هي هم نحن أنا أنت ذلك تلك غير يتم يجب إذا كما وقد وفي ومن
        | فاتورة تاريخ صفحة مبلغ شارع السيد السيدة تحية الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد يناير
        فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر الموضوع العميل رقم عنوان هاتف اجتماع
        المكونات المجموع عقد
    """,
    "fa": """
        در به از که این است را با برای آن یک خود تا بر هم می شد شده بود کرد کند های ها او ما شما آنها اما یا اگر
        هر نیز باید پس پیش بین بدون
        | تاریخ صفحه مبلغ خیابان آقای خانم شنبه یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه مشتری شماره نشانی تلفن
        جلسه قرارداد
    """,
    "ur": """
        کے کی میں ہے اور سے کا کو اس نے پر یہ ہیں کہ وہ ایک بھی تھا تھی کر نہیں لئے لیے ہو گیا
    """,
}
"""By language (ISO 639-1), of those that share their script: words that hold sentences together, and behind
the bar those of letters, invoices and calendars."""

ENDINGS = {
    "ung": "de", "ungen": "de", "keit": "de", "heit": "de", "schaft": "de", "lich": "de", "ische": "de",
    "ing": "en", "tion": "en", "ness": "en", "ment": "en", "ed": "en", "ly": "en",
    "heid": "nl", "lijk": "nl", "tje": "nl", "ingen": "nl", "ijk": "nl",
    "ción": "es", "ciones": "es", "dad": "es", "mente": "es",
    "ção": "pt", "ções": "pt", "dade": "pt", "agem": "pt", "ões": "pt", "inho": "pt",
    "zione": "it", "zioni": "it", "ità": "it", "aggio": "it", "ggi": "it",
    "eux": "fr", "eaux": "fr", "ière": "fr", "ance": "fr", "aux": "fr", "ées": "fr", "eur": "fr", "ette": "fr",
    "ció": "ca", "ție": "ro", "ului": "ro", "ilor": "ro",
    "ssa": "fi", "ssä": "fi", "sta": "fi", "stä": "fi", "inen": "fi", "lla": "fi", "llä": "fi", "iin": "fi",
    "nak": "hu", "nek": "hu", "ban": "hu", "ben": "hu", "ság": "hu", "ség": "hu",
    "lar": "tr", "ler": "tr", "ları": "tr", "leri": "tr", "ması": "tr", "mesi": "tr", "dır": "tr", "dir": "tr",
    "acak": "tr", "ecek": "tr", "ıyor": "tr", "iyor": "tr", "mak": "tr", "mek": "tr", "ında": "tr", "inde": "tr",
    "ość": "pl", "ego": "pl", "ych": "pl", "ości": "pl", "ów": "pl", "ání": "cs", "ost": "cs", "ých": "cs",
    "arna": "sv", "erna": "sv", "orna": "sv", "het": "sv", "erne": "da", "ede": "da", "ene": "no", "asjon": "no",
}
"""Endings of long words, with the language they speak for."""

LETTERS = {
    "ß": "de", "ä": "de sv fi et", "ö": "de sv fi tr hu et", "ü": "de tr hu et", "å": "sv da no", "æ": "da no",
    "ø": "da no", "ñ": "es", "ã": "pt", "õ": "pt et", "ç": "fr pt ca tr", "œ": "fr", "è": "fr it ca", "ê": "fr pt",
    "à": "fr it ca pt", "ù": "fr it", "ò": "it ca", "ì": "it", "ô": "fr pt", "î": "fr ro", "û": "fr", "ë": "nl fr",
    "ï": "fr nl ca", "é": "fr es pt hu cs", "í": "es pt hu cs", "ó": "es pt hu pl", "á": "es pt hu cs", "ú": "es pt hu",
    "ő": "hu", "ű": "hu", "ğ": "tr", "ı": "tr", "ş": "tr ro", "ă": "ro", "ț": "ro", "ș": "ro", "ţ": "ro",
    "â": "ro fr pt",
    "ł": "pl", "ą": "pl lt", "ę": "pl lt", "ż": "pl", "ź": "pl", "ś": "pl", "ć": "pl", "ń": "pl", "ř": "cs", "ě": "cs",
    "ů": "cs", "ý": "cs", "č": "cs lt", "š": "cs lt et", "ž": "cs lt et", "ė": "lt", "į": "lt", "ų": "lt", "ū": "lt",
    "ы": "ru", "э": "ru", "ё": "ru", "і": "uk", "ї": "uk", "є": "uk", "ґ": "uk", "ъ": "bg", "ј": "sr", "љ": "sr",
    "њ": "sr", "ћ": "sr", "ђ": "sr", "џ": "sr", "ة": "ar", "ى": "ar", "ي": "ar", "ك": "ar", "إ": "ar", "أ": "ar",
    "پ": "fa ur", "چ": "fa ur", "ژ": "fa", "گ": "fa ur", "ک": "fa ur", "ی": "fa ur", "ے": "ur", "ٹ": "ur", "ڈ": "ur",
    "ں": "ur", "ہ": "ur",
}
"""Letters beyond those all have, with the languages they are common in."""

SCRIPTS = {
    "el": ("\u0370", "\u03ff"), "he": ("\u0590", "\u05ff"), "hi": ("\u0900", "\u097f"), "ta": ("\u0b80", "\u0bff"),
    "hy": ("\u0530", "\u058f"),
}
"""Scripts that tell the language alone: first and last character."""

LARGEST = {"ru": ("\u0400", "\u04ff"), "ar": ("\u0600", "\u06ff")}
"""Scripts of several languages, with the one that most passages are in which do not tell."""
