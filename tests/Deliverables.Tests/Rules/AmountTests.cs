using System.Globalization;
using System.Text;
using CsCheck;
using Pupitre.Deliverables.Fec;

namespace Pupitre.Deliverables.Tests.Rules;

public sealed class AmountTests
{
    [Fact]
    public void An_amount_that_is_written_and_read_is_the_same() =>
        Gen.Select(Gen.Long[-999_999_999_999_999_999, 999_999_999_999_999_999], Gen.Int[0, 16]).Sample((digits, decimals) =>
        {
            var amount = (decimal)digits / Power(decimals);
            var form = AmountText.Parse(Encoding.ASCII.GetBytes(amount.ToString(CultureInfo.InvariantCulture).Replace('.', ',')), out var read);
            return form == AmountForm.Allowed && read.ToDecimal() == amount;
        });

    [Theory]
    [InlineData("0000000069,60", "69.60", true)]
    [InlineData("-12,5", "-12.50", true)]
    [InlineData("12,5-", "-12.50", true)]
    [InlineData("+12", "12.00", true)]
    [InlineData("1E5", "100000.00", true)]
    [InlineData("1,5E-1", "0.15", true)]
    [InlineData("-1E2", "-100.00", true)]
    [InlineData("", "0.00", true)]
    [InlineData(",5", "0.50", true)]
    [InlineData("12.50", "12.50", false)]
    [InlineData("1 234,56", "1234.56", false)]
    [InlineData("--5", "0.00", false)]
    [InlineData("-5-", "0.00", false)]
    [InlineData("abc", "0.00", false)]
    [InlineData("1.234,56", "0.00", false)]
    [InlineData("-", "0.00", false)]
    [InlineData("E5", "0.00", false)]
    public void Reads_what_the_official_tool_allows_and_no_other(string text, string expected, bool isAllowed)
    {
        var form = AmountText.Parse(Encoding.UTF8.GetBytes(text), out var amount);

        (form <= AmountForm.Allowed).ShouldBe(isAllowed);
        amount.ToDecimal().ShouldBe(decimal.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("20220131", "Day")]
    [InlineData("31012022", "Day")]
    [InlineData("2022-01-31", "Day")]
    [InlineData("31/01/2022", "Day")]
    [InlineData("31.01.2022 12:30:00", "Day")]
    [InlineData("20220231", "Impossible")]
    [InlineData("20220100", "Impossible")]
    [InlineData("20221301", "Unreadable")]
    [InlineData("20220132", "Unreadable")]
    [InlineData("2022/01-31", "Unreadable")]
    [InlineData("18991231", "OtherYear")]
    [InlineData("01012150", "OtherYear")]
    [InlineData("0", "Blank")]
    [InlineData("/", "Blank")]
    [InlineData("-", "Blank")]
    [InlineData("", "Blank")]
    [InlineData("janvier", "Unreadable")]
    public void Reads_the_dates_that_the_official_tool_allows(string text, string expected) =>
        new DayText().Parse(Encoding.UTF8.GetBytes(text)).Form.ToString().ShouldBe(expected);

    private static decimal Power(int decimals) => Enumerable.Repeat(10m, decimals).Aggregate(1m, (product, ten) => product * ten);
}
