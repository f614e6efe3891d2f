using System.Globalization;

namespace Pupitre.Kernel.Tests;

public class WordingTests
{
    [Theory]
    [InlineData("fr-FR", 0, "0 ligne datée")]
    [InlineData("fr-FR", 1, "1 ligne datée")]
    [InlineData("fr-FR", 2, "2 lignes datées")]
    [InlineData("en-GB", 0, "0 lignes datées")]
    [InlineData("en-GB", 1, "1 ligne datée")]
    [InlineData("en-GB", -1, "-1 lignes datées")]
    public void A_number_chooses_the_form_of_its_words(string culture, int count, string expected) =>
        In(culture, () => "{0:N0} {0:ligne datée|lignes datées}".With(count)).ShouldBe(expected);

    [Fact]
    public void Other_placeholders_follow_the_culture() =>
        In("fr-FR", () => "{0:d}, {1:N2}, {2}, {3}".With(new DateOnly(2026, 5, 11), 1234.5m, "tel|quel", null)).ShouldBe("11/05/2026, 1\u202f234,50, tel|quel, ");

    private static string In(string culture, Func<string> write)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return write();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
