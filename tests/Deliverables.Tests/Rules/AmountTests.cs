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

    [Fact]
    public void Adds_takes_away_turns_and_compares_as_whole_numbers_of_128_bits() =>
        Gen.Select(_units, _units).Sample((left, right) =>
            Same(() => checked(left + right), () => new Amount(left) + new Amount(right))
            && Same(() => checked(left - right), () => new Amount(left) - new Amount(right))
            && (-new Amount(left)).Units == unchecked(-left)
            && new Amount(left).CompareTo(new Amount(right)) == left.CompareTo(right)
            && new Amount(left) == new Amount(right) == (left == right)
            && new Amount(left).IsZero == (left == 0)
            && new Amount(left).IsNegative == Int128.IsNegative(left)
            && Amount.FromCents((long)(left >> 64)).Units == (left >> 64) * 100_000_000_000_000);

    // Halves that are at an end of their range, or near none.
    private static readonly Gen<ulong> _half = Gen.OneOf(
        Gen.Const(0UL), Gen.Const(ulong.MaxValue), Gen.Const((ulong)long.MaxValue), Gen.Const(1UL << 63), Gen.ULong);
    private static readonly Gen<Int128> _units = Gen.Select(_half, _half, (high, low) => new Int128(high, low));

    private static bool Same(Func<Int128> expected, Func<Amount> got)
    {
        try
        {
            var units = expected();
            return got().Units == units;
        }
        catch (OverflowException)
        {
            return Throws(got);
        }
    }

    private static bool Throws(Func<Amount> act)
    {
        try
        {
            act();
            return false;
        }
        catch (OverflowException)
        {
            return true;
        }
    }

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
    [InlineData("1,120,00", "0.00", false)]
    [InlineData("0,30000000000000004", "0.30", true)]
    [InlineData("30,299999999999997", "30.30", true)]
    [InlineData("1234,5600000000001", "1234.56", true)]
    [InlineData("123456789012345,67", "123456789012345.67", true)]
    [InlineData(",", "0.00", true)]
    [InlineData("1E+", "1.00", true)]
    [InlineData("1E2-", "100.00", true)]
    [InlineData("1E", "0.00", false)]
    [InlineData("1 -", "-1.00", true)]
    [InlineData("- 1", "-1.00", false)]
    [InlineData("12,5 -", "-12.50", false)]
    [InlineData("1E400", "0.00", true)]
    [InlineData("1E-400", "0.00", true)]
    [InlineData("1\u202F234,56", "1234.56", false)]
    [InlineData("1\u2009234,56", "1234.56", false)]
    [InlineData("1\u00A0234,56", "1234.56", false)]
    [InlineData("12\u202F345\u202F678", "12345678.00", false)]
    public void Reads_what_the_official_tool_allows_and_no_other(string text, string expected, bool isAllowed)
    {
        var form = AmountText.Parse(Encoding.UTF8.GetBytes(text), out var amount);

        (form <= AmountForm.TooLong).ShouldBe(isAllowed);
        AmountText.IsOfficial(Encoding.UTF8.GetBytes(text)).ShouldBe(isAllowed);
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
    [InlineData("2022/01-31", "Day")]
    [InlineData("31--01..2022", "Day")]
    [InlineData("2022-0131", "Day")]
    [InlineData("20220131T1:2:3", "Day")]
    [InlineData("20220131 24:00:00", "Day")]
    [InlineData("20220131 10:00", "Unreadable")]
    [InlineData("20220131  10:00:00", "Unreadable")]
    [InlineData("20220131T10:00:00Z", "Unreadable")]
    [InlineData("20220131T10:00:00.5", "Unreadable")]
    [InlineData("20220131\u00A010:00:00", "Day")]
    [InlineData("-20220131", "Unreadable")]
    [InlineData("20220131-", "Unreadable")]
    [InlineData("2022013", "Unreadable")]
    [InlineData("202201311", "Unreadable")]
    [InlineData("20220000", "Impossible")]
    [InlineData("19121920", "Unreadable")]
    [InlineData("20121920", "Unreadable")]
    [InlineData("20122024", "Day")]
    [InlineData("21221939", "OtherYear")]
    [InlineData("21222001", "Unreadable")]
    [InlineData("39190150", "OtherYear")]
    [InlineData("40122150", "Unreadable")]
    [InlineData("00000000", "Blank")]
    [InlineData("0000-00-00", "Blank")]
    [InlineData("//", "Blank")]
    [InlineData("./.", "Blank")]
    [InlineData("0-0", "Blank")]
    [InlineData("18991231", "OtherYear")]
    [InlineData("01012150", "OtherYear")]
    [InlineData("0", "Blank")]
    [InlineData("/", "Blank")]
    [InlineData("-", "Blank")]
    [InlineData("", "Blank")]
    [InlineData("janvier", "Unreadable")]
    public void Reads_the_dates_that_the_official_tool_allows(string text, string expected) =>
        new DayText().Parse(Encoding.UTF8.GetBytes(text)).Form.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("+-12", true)]
    [InlineData(",", true)]
    [InlineData("abc", true)]
    [InlineData("0,00", true)]
    [InlineData("0E5", true)]
    [InlineData("1E-500", true)]
    [InlineData("-12", false)]
    [InlineData("12-", false)]
    [InlineData("1.234,56", false)]
    [InlineData("0.5", false)]
    [InlineData("1E400", false)]
    public void Takes_for_zero_what_the_official_tool_takes_for_it(string text, bool isZero) =>
        AmountText.IsOfficialZero(Encoding.UTF8.GetBytes(text)).ShouldBe(isZero);

    private static decimal Power(int decimals) => Enumerable.Repeat(10m, decimals).Aggregate(1m, (product, ten) => product * ten);
}
