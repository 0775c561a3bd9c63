using Analysis.Tests.Support;

namespace Analysis.Tests.Semantics;

public class LanguageTests
{
    [Theory]
    [InlineData("en", "A bridge fell in the old town on Monday, and the council said that nobody was hurt by it.")]
    [InlineData("en", "Bridge falls in Marlow")]
    [InlineData("en", "Nobody hurt")]
    [InlineData("en", "Two men died.")]
    [InlineData("en", "A clerk in a green coat is on a bus")]
    [InlineData("de", "Der Mann ist in der Stadt")]
    [InlineData("nl", "De man is in de stad")]
    [InlineData("en", "Mayor Ann Lee met Governor Bo Dahl. Lee thanked Dahl.")]
    [InlineData("de", "Am Montag ist in der alten Stadt eine Brücke eingestürzt, und der Rat sagte, dass niemand verletzt wurde.")]
    [InlineData("fr", "Un pont s’est effondré lundi dans la vieille ville, et le conseil a dit que personne n’a été blessé dans la chute.")]
    [InlineData("es", "Un puente se cayó el lunes en la ciudad vieja, y el consejo dijo que no hubo heridos en la zona por el accidente.")]
    [InlineData("it", "Un ponte è crollato lunedì nella città vecchia, e il consiglio ha detto che non ci sono feriti per il crollo della struttura.")]
    [InlineData("pt", "Uma ponte caiu na segunda-feira na cidade velha, e o conselho disse que não há feridos e que a estrada está fechada para os carros.")]
    [InlineData("nl", "Maandag is in de oude stad een brug ingestort, en de raad zei dat er niemand gewond is geraakt bij het ongeluk.")]
    [InlineData("ru", "В понедельник в старом городе упал мост, и совет сообщил, что никто не пострадал.")]
    [InlineData("el", "Μια γέφυρα έπεσε τη Δευτέρα στην παλιά πόλη και κανείς δεν τραυματίστηκε.")]
    [InlineData("ar", "انهار جسر يوم الاثنين في المدينة القديمة ولم يصب أحد بأذى.")]
    [InlineData("he", "גשר קרס ביום שני בעיר העתיקה ואיש לא נפגע.")]
    [InlineData("zh", "星期一,老城的一座桥倒塌了,没有人受伤。")]
    [InlineData("ja", "月曜日に旧市街の橋が落ちましたが、けがをした人はいませんでした。")]
    [InlineData("ko", "월요일에 구시가지의 다리가 무너졌지만 다친 사람은 없었다.")]
    [InlineData("hi", "सोमवार को पुराने शहर में एक पुल गिर गया और कोई घायल नहीं हुआ।")]
    [InlineData("tr", "Pazartesi günü eski şehirde bir köprü çöktü ve belediye kimsenin yaralanmadığını söyledi.")]
    [InlineData("id", "Sebuah jembatan runtuh di kota tua pada hari Senin dan dewan mengatakan bahwa tidak ada yang terluka.")]
    [InlineData("vi", "Một cây cầu ở khu phố cổ đã sập vào thứ Hai và hội đồng cho biết không có ai bị thương.")]
    [InlineData("pl", "W poniedziałek na starym mieście zawalił się most, a rada powiedziała, że nikt nie został ranny.")]
    [InlineData("cs", "V pondělí se ve starém městě zřítil most a rada řekla, že nikdo nebyl zraněn.")]
    [InlineData("ro", "Luni, un pod s-a prăbușit în orașul vechi, iar consiliul a spus că nimeni nu a fost rănit.")]
    [InlineData("hu", "Hétfőn összedőlt egy híd az óvárosban, és a tanács szerint senki sem sérült meg.")]
    [InlineData("fi", "Maanantaina silta romahti vanhassa kaupungissa, ja neuvosto kertoi, että kukaan ei ole loukkaantunut.")]
    [InlineData("sv", "På måndagen rasade en bro i den gamla staden och rådet sade att ingen hade skadats.")]
    [InlineData("da", "Mandag styrtede en bro sammen i den gamle by, og rådet siger, at ingen blev såret efter ulykken.")]
    [InlineData("no", "Mandag raste en bro sammen i den gamle byen, og rådet sier at ingen ble skadet etter ulykken.")]
    [InlineData("sw", "Daraja lilianguka katika mji wa kale siku ya Jumatatu, na baraza lilisema kwamba hakuna mtu aliyejeruhiwa.")]
    [InlineData("tl", "Bumagsak ang isang tulay sa lumang bayan noong Lunes, at sinabi ng konseho na walang nasaktan sa mga tao.")]
    [InlineData("uk", "У понеділок у старому місті впав міст, і рада повідомила, що ніхто не постраждав.")]
    [InlineData("bg", "В понеделник в стария град падна мост и съветът съобщи, че няма пострадали от това.")]
    [InlineData("sr", "У понедељак је у старом граду пао мост, а већ су рекли да нико није повређен.")]
    [InlineData("fa", "روز دوشنبه پلی در شهر قدیمی فرو ریخت و شورا گفت که هیچ کس آسیب ندیده است.")]
    [InlineData("ur", "پیر کے روز پرانے شہر میں ایک پل گر گیا اور کونسل نے کہا کہ کوئی زخمی نہیں ہوا۔")]
    [InlineData("mr", "सोमवारी जुन्या शहरात एक पूल कोसळला आणि कोणीही जखमी झाले नाही असे परिषदेने सांगितले आहे.")]
    [InlineData("bn", "সোমবার পুরানো শহরে একটি সেতু ভেঙে পড়েছে এবং কেউ আহত হয়নি।")]
    [InlineData("ta", "திங்கட்கிழமை பழைய நகரில் ஒரு பாலம் இடிந்து விழுந்தது, யாரும் காயமடையவில்லை.")]
    [InlineData("te", "సోమవారం పాత నగరంలో ఒక వంతెన కూలిపోయింది, ఎవరూ గాయపడలేదు.")]
    [InlineData("pa", "ਸੋਮਵਾਰ ਨੂੰ ਪੁਰਾਣੇ ਸ਼ਹਿਰ ਵਿੱਚ ਇੱਕ ਪੁਲ ਡਿੱਗ ਗਿਆ।")]
    [InlineData("gu", "સોમવારે જૂના શહેરમાં એક પુલ તૂટી પડ્યો.")]
    [InlineData("th", "เมื่อวันจันทร์ สะพานในเมืองเก่าพังลง ไม่มีผู้ได้รับบาดเจ็บ")]
    [InlineData("ja", "市議会発表、旧市街橋崩落で負傷者なしと東京都建設局説明")]
    [InlineData("und", "Brücke eingestürzt")]
    [InlineData("und", "Incendio distrugge palazzo storico vicino Torino")]
    [InlineData("und", "")]
    [InlineData("und", "1, 2, 3!")]
    public void Language_IsTold(string language, string text) => Assert.Equal(language, Engine.Read(text).Metadata.Language.Value);

    [Fact]
    public void OtherLanguage_IsReadNoFurtherThanItsStructure()
    {
        var model = Engine.Read("Brücke eingestürzt\n20240312\nAm Montag ist in der alten Stadt eine Brücke eingestürzt, und der Rat sagte, dass 3 Menschen verletzt wurden.");
        Assert.False(model.LanguageSupported);
        Assert.Equal("Brücke eingestürzt", model.Metadata.Title!.Value);
        Assert.Equal("2024-03-12", model.Metadata.Published!.Value);
        Assert.NotEmpty(model.Tree.Sentences);
        Assert.Empty(model.Entities);
        Assert.Empty(model.Quantities);
        Assert.Empty(model.Dates);
        Assert.Empty(model.Quotes);
        Assert.Empty(model.Claims);
    }
}
