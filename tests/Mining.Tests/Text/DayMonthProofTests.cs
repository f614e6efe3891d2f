namespace Pupitre.Mining.Tests.Text;

public class DayMonthProofTests
{
    [Fact]
    public void One_date_that_can_only_be_month_first_decides_for_the_column()
    {
        var proof = Of("04/05/2026", "05/06/2026", "04/20/2026 10:00", "1.2.26");

        (proof.Order, proof.IsContradictory, proof.MonthFirstLine, proof.Ambiguous).ShouldBe((DayMonthOrder.MonthFirst, false, 3, 3));
    }

    [Fact]
    public void Without_such_a_date_the_day_is_first()
    {
        Of("04/05/2026").Order.ShouldBe(DayMonthOrder.DayFirst);
        Of("13/05/2026").Order.ShouldBe(DayMonthOrder.DayFirst);
        Of().Order.ShouldBe(DayMonthOrder.DayFirst);
    }

    [Fact]
    public void Dates_of_both_orders_contradict_each_other()
    {
        var proof = Of("04/20/2026", "20/04/2026", "22/04/2026");

        (proof.IsContradictory, proof.MonthFirstLine, proof.DayFirstLine).ShouldBe((true, 1, 2));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-05-13")]
    [InlineData("26 mai 2026")]
    [InlineData("13/May/26")]
    [InlineData("40/50/2026")]
    [InlineData("13/05")]
    [InlineData("13/05.2026")]
    [InlineData("13/05/20261")]
    [InlineData("00/00/0000")]
    public void What_is_no_date_of_two_numbers_and_a_year_proves_nothing(string cell)
    {
        var proof = Of(cell);

        (proof.DayFirstLine, proof.MonthFirstLine, proof.Ambiguous).ShouldBe((null, null, 0));
    }

    [Fact]
    public void Parts_of_a_column_add_up_and_the_earlier_line_stays()
    {
        var (first, second) = (new DayMonthProof(), new DayMonthProof());
        first.Add("13/05/2026", 8);
        second.Add("13/05/2026", 5);
        second.Add("05/13/2026", 9);
        first.Add(second);

        (first.DayFirstLine, first.MonthFirstLine).ShouldBe((5, 9));
    }

    private static DayMonthProof Of(params string[] cells)
    {
        var proof = new DayMonthProof();
        for (var i = 0; i < cells.Length; i++)
        {
            proof.Add(cells[i], i + 1);
        }

        return proof;
    }
}
