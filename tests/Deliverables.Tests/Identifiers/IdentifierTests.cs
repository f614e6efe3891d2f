using System.Globalization;
using CsCheck;
using Pupitre.Deliverables.Identifiers;

namespace Pupitre.Deliverables.Tests.Identifiers;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("73282932000074", true)]
    [InlineData("35600000000048", true)]
    [InlineData("35600000012341", true)]
    [InlineData("35600000012342", false)]
    [InlineData("35600000000010", true)]
    [InlineData("35600000060919", false)]
    [InlineData("35600000009075", true)]
    [InlineData("73282932000075", false)]
    [InlineData("7328293200007", false)]
    [InlineData("7328293200007X", false)]
    public void Knows_a_siret_and_the_exception_of_La_Poste(string siret, bool isValid) => Siret.IsValid(siret).ShouldBe(isValid);

    [Theory]
    [InlineData("FR44732829320", true)]
    [InlineData("FR45732829320", false)]
    [InlineData("FR40303265045", true)]
    [InlineData("FR23334175221", true)]
    [InlineData("FRK7399859412", true)]
    [InlineData("FR84323140391", false)]
    [InlineData("FR4O303265045", false)]
    [InlineData("DE44732829320", false)]
    public void Knows_a_French_vat_number(string number, bool isValid) => FrenchVatNumber.IsValid(number).ShouldBe(isValid);

    [Fact]
    public void Makes_the_vat_number_of_a_company() => FrenchVatNumber.Of("732829320").ShouldBe("FR44732829320");

    [Theory]
    [InlineData("FR14 2004 1010 0505 0001 3M02 606", true)]
    [InlineData("FR15 2004 1010 0505 0001 3M02 606", false)]
    [InlineData("FR76 3000 6000 0112 3456 7890 189", true)]
    [InlineData("DE89 3704 0044 0532 0130 00", true)]
    [InlineData("GB82 WEST 1234 5698 7654 32", true)]
    [InlineData("GB82 WEST 1234 5698 7654 33", false)]
    [InlineData("FR", false)]
    [InlineData("", false)]
    [InlineData("BE68 5390 0754 7034", true)]
    [InlineData("NO93 8601 1117 947", true)]
    [InlineData("MT84 MALT 0110 0001 2345 MTLC AST0 01S", true)]
    [InlineData("CH93 0076 2011 6238 5295 7", true)]
    [InlineData("MC58 1122 2000 0101 2345 6789 030", true)]
    public void Knows_an_iban(string iban, bool isValid) => Iban.IsValid(Iban.Normalize(iban)).ShouldBe(isValid);

    [Fact]
    public void A_French_iban_whose_own_key_fits_and_not_that_of_the_rib_is_invalid()
    {
        var rib = "20041010050500013M02607";
        var iban = Enumerable.Range(2, 97).Select(key => $"FR{key:00}{rib}").Single(candidate => Mod97(candidate[4..] + candidate[..4]) == 1);

        Iban.IsValid(iban).ShouldBeFalse();
    }

    /// <summary>The key of ISO 7064 fits in each: only the registry says that there is no such country, or that its numbers have another length.</summary>
    [Theory]
    [InlineData("RE", "20041010050500013M02606")]
    [InlineData("GP", "20041010050500013M02606")]
    [InlineData("MQ", "20041010050500013M02606")]
    [InlineData("NC", "20041010050500013M02606")]
    [InlineData("PF", "20041010050500013M02606")]
    [InlineData("US", "370400440532013000")]
    [InlineData("ZZ", "370400440532013000")]
    [InlineData("DE", "3704004405320130001")]
    [InlineData("DE", "37040044053201300")]
    [InlineData("BE", "53900754703400")]
    [InlineData("FR", "20041010050500013M0260")]
    public void Countries_and_lengths_are_those_of_the_registry(string country, string account)
    {
        var iban = Enumerable.Range(2, 97).Select(key => $"{country}{key:00}{account}").Single(candidate => Mod97(candidate[4..] + candidate[..4]) == 1);

        Iban.IsValid(iban).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2 55 08 14 168 025 38", true)]
    [InlineData("2 55 08 14 168 025 39", false)]
    [InlineData("2 55 13 14 168 025 38", false)]
    [InlineData("5 55 08 14 168 025 38", false)]
    public void Knows_a_social_security_number(string nir, bool isValid) => Nir.IsValid(Nir.Normalize(nir)).ShouldBe(isValid);

    [Theory]
    [InlineData("2A", 19)]
    [InlineData("2B", 18)]
    public void Corsica_counts_as_a_number(string department, long counted)
    {
        var key = 97 - ((15507_00_004_025L + (counted * 1_000_000)) % 97);
        var nir = $"15507{department}004025{key.ToString("00", CultureInfo.InvariantCulture)}";

        Nir.IsValid(nir).ShouldBeTrue();
        Nir.IsProvisional(nir).ShouldBeFalse();
    }

    [Fact]
    public void A_number_given_while_one_is_registered_is_provisional() => Nir.IsProvisional("755081416802553").ShouldBeTrue();

    [Fact]
    public void One_wrong_digit_never_passes() => Gen.Select(Gen.Int[0, 13], Gen.Int[1, 9]).Sample((at, more) =>
    {
        var digits = "73282932000074".ToCharArray();
        digits[at] = (char)('0' + ((digits[at] - '0' + more) % 10));
        return !Siret.IsValid(new(digits));
    });

    private static int Mod97(string text) => text.Aggregate(0, (rest, letter) => char.IsAsciiDigit(letter) ? ((rest * 10) + letter - '0') % 97 : ((rest * 100) + letter - 'A' + 10) % 97);
}
