using Microsoft.Data.Sqlite;
using Pupitre.Evidence.Events;

namespace Pupitre.Product.Tests.Evidence;

[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class WholeNumbersTests
{
    [Fact]
    public void Columns_read_past_the_driver_are_those_that_the_driver_reads()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"select -1, {long.MaxValue} union all select {long.MinValue}, 0 union all select {int.MaxValue}, {int.MinValue}";
        using var reader = command.ExecuteReader();
        var numbers = new WholeNumbers(reader);

        var rows = new List<(long, long)>();
        while (reader.Read())
        {
            (numbers.Long(0), numbers.Long(1)).ShouldBe((reader.GetInt64(0), reader.GetInt64(1)));
            rows.Add((numbers.Long(0), numbers.Long(1)));
        }

        rows.ShouldBe([(-1, long.MaxValue), (long.MinValue, 0), (int.MaxValue, int.MinValue)]);
    }

    [Fact]
    public void A_number_that_does_not_fit_is_refused_rather_than_cut()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"select {int.MaxValue + 1L}, {int.MinValue}";
        using var reader = command.ExecuteReader();
        var numbers = new WholeNumbers(reader);
        reader.Read().ShouldBeTrue();

        Should.Throw<OverflowException>(() => numbers.Int(0));
        numbers.Int(1).ShouldBe(int.MinValue);
    }

    private static SqliteConnection Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }
}
