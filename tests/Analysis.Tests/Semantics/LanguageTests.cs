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
