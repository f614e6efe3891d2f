using System.Text;
using NodaTime;

namespace Pupitre.Mining.Tests.Text;

/// <summary>What a CSV as a whole says about how each of its cells is read, whichever reader takes it: whole, forward, through a pipe.</summary>
public class CsvAnswersTests
{
    private const string Header = "case,activity,time\n";

    private static readonly string Filler = string.Concat(Enumerable.Range(0, 8_000).Select(number => $"{number},A,01/02/2026\n"));

    [Theory]
    [InlineData("T1,A,04/05/2026\nT2,A,05/06/2026\nT3,A,06/07/2026\nT4,A,04/20/2026\nT5,A,05/22/2026\n", 4, 5)]
    [InlineData("T1,A,04/05/2026\nT2,A,05/06/2026\nT3,A,06/07/2026\nT4,A,20/04/2026\nT5,A,22/05/2026\n", 5, 4)]
    [InlineData("T1,A,04/05/2026\n", 5, 4)]
    public void The_column_decides_for_every_cell(string rows, int month, int day)
    {
        foreach (var log in Both(Header + rows))
        {
            log.EventCount.ShouldBe(rows.Count(sign => sign == '\n'));
            Instant.FromUnixTimeTicks(log.EventTicks[0]).ShouldBe(Instant.FromUtc(2026, month, day, 0, 0));
        }
    }

    [Fact]
    public void The_proof_may_stand_at_the_end_of_a_long_file()
    {
        foreach (var log in Both(Header + Filler + "T5,A,05/22/2026 10:00\n"))
        {
            (log.EventCount, log.First).ShouldBe((8_001, Instant.FromUtc(2026, 1, 2, 0, 0)));
            log.Guesses.ShouldContain(guess => guess.Contains("8002", StringComparison.Ordinal) || guess.Contains("8 002", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Dates_that_contradict_each_other_are_refused_until_the_order_is_said()
    {
        var text = Header + "1,A,01/02/2026\n2,A,13/02/2026\n3,A,02/13/2026\n";

        Should.Throw<UnreadableLog>(() => Logs.Load(text)).Line.ShouldBe(4);
        Should.Throw<UnreadableLog>(() => Logs.Open(text)).Line.ShouldBe(4);
        foreach (var order in Enum.GetValues<DayMonthOrder>())
        {
            var log = Logs.Load(text, new() { Reading = new() { Dates = order } });
            (log.EventCount, log.LeftOut.WithoutTime, log.LeftOut.FirstLine).ShouldBe((2, 1, order == DayMonthOrder.DayFirst ? 4 : 3));
        }
    }

    [Fact]
    public void Through_a_pipe_what_was_read_wrongly_is_never_answered()
    {
        var text = Header + Filler + "T5,A,05/22/2026\n";

        Should.Throw<UnreadableLog>(() => EventLog.Load(new Pipe(text))).Message.ShouldContain("--dates");
        Should.Throw<UnreadableLog>(() => ReadAll(LogFile.Open(new Pipe(text)))).Message.ShouldContain("--dates");
        EventLog.Load(new Pipe(text), new() { Reading = new() { Dates = DayMonthOrder.MonthFirst } }, token: TestContext.Current.CancellationToken).EventCount.ShouldBe(8_001);
        EventLog.Load(new Pipe(Header + Filler), token: TestContext.Current.CancellationToken).EventCount.ShouldBe(8_000);
    }

    [Fact]
    public void What_nothing_proves_is_said()
    {
        foreach (var log in Both(Header + "1,A,01/02/2026\n"))
        {
            log.Guesses.ShouldContain(guess => guess.Contains("--dates month-first", StringComparison.Ordinal));
        }

        Logs.Load(Header + "1,A,2026-02-01\n").Guesses.ShouldNotContain(guess => guess.Contains("--dates", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("QUALITÉ ")]
    [InlineData("é")]
    public void Accents_that_come_late_are_read_as_the_whole_file_says(string activity)
    {
        var plain = string.Concat(Enumerable.Range(0, 80_000).Select(number => $"{number},A,2026-02-01\n"));
        var bytes = TextEncoding.Windows1252.GetBytes(Header + plain + $"x,{activity},2026-02-01\ny,où,2026-02-01\nz,Œuvre,2026-02-01\n");

        foreach (var log in Both(bytes))
        {
            log.Activities.ShouldBe(["A", activity, "où", "Œuvre"]);
        }
    }

    [Theory]
    [InlineData("sep=;\ncase;activity;time\n1;A, or;2026-01-01\n", "A, or")]
    [InlineData("\uFEFFsep=,\r\ncase,activity,time\r\n1,A;b,2026-01-01\r\n", "A;b")]
    [InlineData("\"sep=|\"\ncase|activity|time\n1|A|2026-01-01\n", "A")]
    public void A_line_that_says_the_separator_is_no_header(string text, string activity)
    {
        foreach (var log in Both(text))
        {
            log.Activities.ShouldBe([activity]);
        }

        using var reader = Logs.Open(text + "2\n");
        ReadAll(reader);
        reader.LeftOut.FirstLine.ShouldBe(4);
    }

    [Fact]
    public void A_log_of_which_nothing_can_be_used_is_refused()
    {
        foreach (var text in (string[])[Header + "1,A,soon\n2,B,later\n", Header + ",A,2026-01-01\n"])
        {
            Should.Throw<UnreadableLog>(() => Logs.Load(text)).Line.ShouldBe(2);
            using var reader = Logs.Open(text);
            reader.Read().ShouldBeFalse();
            Should.Throw<UnreadableLog>(reader.RefuseUnusable);
        }

        Logs.Load(Header).CaseCount.ShouldBe(0);
    }

    private static EventLog[] Both(string text) => Both(Encoding.UTF8.GetBytes(text));

    private static EventLog[] Both(byte[] bytes) =>
    [
        EventLog.Load(new MemoryStream(bytes)),
        EventLog.Load(new MemoryStream(bytes), new() { Attributes = new HashSet<string> { "more" } }),
        Forward(bytes),
    ];

    private static EventLog Forward(byte[] bytes)
    {
        using var reader = LogFile.Open(new MemoryStream(bytes));
        return LoadEventLog.Read(reader, new(), CsvFacts.None, default);
    }

    private static int ReadAll(EventLogReader reader)
    {
        var count = 0;
        while (reader.Read())
        {
            count++;
        }

        return count;
    }

    private sealed class Pipe(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;
    }
}
