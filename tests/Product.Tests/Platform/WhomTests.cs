using Pupitre.Gathering.Privacy;

namespace Pupitre.Product.Tests.Platform;

/// <summary>Who is to be erased is found however they are written, and nobody else is.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class WhomTests
{
    private static readonly Whom _lea = new(Guid.CreateVersion7(), "Léa Petit", "lea@exemple.fr", null);

    [Theory]
    [InlineData("Demandé à LÉA PETIT hier")]
    [InlineData("Léa Petit")]
    [InlineData("de : Lea@Exemple.FR.")]
    [InlineData("<lea@exemple.fr>")]
    public void Is_found_in_any_capitals(string text) => _lea.IsIn(text).ShouldBeTrue();

    [Theory]
    [InlineData("Léa Petitjean")]
    [InlineData("clea@exemple.fr")]
    [InlineData("de.lea@exemple.fr")]
    [InlineData("lea@exemple.fr.invalid")]
    [InlineData("lea@exemple.france")]
    [InlineData(null)]
    public void Somebody_else_is_left_alone(string? text) => _lea.IsIn(text).ShouldBeFalse();

    [Fact]
    public void A_short_name_is_found_by_itself_and_in_no_text()
    {
        var ana = new Whom(Guid.CreateVersion7(), "Ana", null, null);

        ana.IsCalled(" ANA ").ShouldBeTrue();
        ana.IsIn("Ana a signé").ShouldBeFalse();
    }
}
