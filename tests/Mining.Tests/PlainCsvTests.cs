using System.Text;
using CsCheck;
using NodaTime;

namespace Pupitre.Mining.Tests;

/// <summary>The loader of plain CSV gives what the ordinary reader gives, whatever the file.</summary>
public class PlainCsvTests
{
    private static readonly string[] Cells =
    [
        "", "1", "2", "A", "B", "é", "日本", " A", "\"A\"", "\"A;\nB\"", "\"a \"\"b\"\"\"", "\"\"", "\"x\"y", "x\"y", "\"\r\n\"", "2026-06-01T10:00:00Z", "2026-06-01 10:00:00,5",
        "2026-03-29T02:30:00", "2026-06-01T10:00:00.1234567899+02:00", "2026-06-01T10:00:00-0330", "01/06/2026 9h30", "2026-06-01", "2026-02-30T10:00:00Z", "2026-06-01T24:00:00Z",
        "2026-06-01T10:00:00+19:00", "9999-12-31T23:59:59-10:00", "0001-01-01T00:00:00+01:00", "2026-06-01T10:00:00 PM", "2026-06-01T10:00:00z", " 2026-06-01T10:00:00Z ",
    ];

    private static readonly string[] Ends = ["\n", "\n", "\r\n", "\r", "\n\n"];

    private static readonly Gen<string> Rows = Gen.Select(
        Gen.Select(Gen.Int[0, Cells.Length - 1].Array[0, 7], Gen.Int[0, Ends.Length - 1], (cells, end) => string.Join(';', cells.Select(cell => Cells[cell])) + Ends[end]).Array[0, 40],
        rows => string.Concat(rows));

    [Fact]
    public void It_gives_what_the_ordinary_reader_gives_whatever_stands_in_the_file() => Gen.Select(Rows, Gen.Bool, Gen.Bool).Sample((rows, hasMark, isLocal) =>
    {
        byte[] bytes = [.. hasMark ? Encoding.UTF8.Preamble : default, .. Encoding.UTF8.GetBytes("case;activity;time;transition;resource;more\n" + rows)];

        ShouldAgree(bytes, isLocal ? DateTimeZoneProviders.Tzdb["Europe/Paris"] : null);
    }, iter: 3_000);

    [Theory]
    [InlineData("case,activity,time\n")]
    [InlineData("\n\ncase,activity,time\n1,A,2026-06-01T10:00:00Z")]
    [InlineData("\"case\",\"the\nactivity\",time\n1,A,2026-06-01T10:00:00Z\n1,,2026-06-01T10:00:00Z\n")]
    [InlineData("case,activity,time\n1,A,2026-06-01T10:00:00Z\n1,\"A,2026-06-01T10:00:00Z\n")]
    [InlineData("case,activity,time\n1,A,2026-06-01T10:00:00Z\n\n1,A\0,2026-06-01T10:00:00Z\n")]
    [InlineData("case,what,time\n1,A,2026-06-01T10:00:00Z\n")]
    [InlineData("case,activity,time\r1,A,2026-06-01T10:00:00Z\r")]
    public void It_agrees_on_headers_and_on_what_is_refused(string text) => ShouldAgree(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void Bytes_that_are_no_utf8_further_on_are_read_as_the_ordinary_reader_reads_them()
    {
        var text = new StringBuilder("case;activity;time\n");
        for (var i = 0; i < 3_000; i++)
        {
            text.Append("dossier é;activité longue pour passer le début ").Append(i % 5).Append(";2026-06-01T10:00:00Z\n");
        }

        ShouldAgree([.. Encoding.UTF8.GetBytes(text.ToString()), .. Encoding.Latin1.GetBytes("dossier é;activité longue pour passer le début 1;2026-06-01T10:00:00Z\ndossier é;à part;2026-06-01T10:00:00Z\n")]);
        ShouldAgree(Encoding.Latin1.GetBytes(text.ToString()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Many_blocks_give_what_one_reader_gives(bool hasQuotes)
    {
        var random = new Random(20260601);
        var text = new StringBuilder("case,activity,time,resource\n");
        for (var i = 0; i < 150_000; i++)
        {
            var isBroken = random.Next(5_000) == 0;
            text.Append(random.Next(20_000)).Append(hasQuotes && i % 7 == 0 ? ",\"say \"\"yes\"\",\nand go\"," : ",activity ").Append(hasQuotes && i % 7 == 0 ? "" : random.Next(30) + ",")
                .Append(isBroken ? "soon" : $"2026-{random.Next(1, 13):00}-{random.Next(1, 29):00}T{random.Next(24):00}:00:00.{random.Next(1000):000}+01:00").Append(',').Append(random.Next(50)).Append(i % 3 == 0 ? "\r\n" : "\n");
        }

        ShouldAgree(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Around the clock changes of Paris, every quarter of an hour.</summary>
    [Fact]
    public void Local_times_are_those_of_the_ordinary_reader_around_clock_changes()
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Paris"];
        var local = new LocalDateTime(2025, 10, 20, 0, 0);
        var text = new StringBuilder("case,activity,time\n");
        for (var i = 0; i < 20_000; i++)
        {
            text.Append("1,A,").Append(local.PlusMinutes(15 * i).ToString("uuuu-MM-dd'T'HH:mm:ss", null)).Append('\n');
        }

        ShouldAgree(Encoding.UTF8.GetBytes(text.ToString()), zone);
    }

    [Fact]
    public void A_broken_row_in_a_later_block_is_refused_with_its_line()
    {
        var text = "case,activity,time\n" + string.Concat(Enumerable.Repeat("1,A,2026-06-01T10:00:00Z\n", 100_000)) + "1,\0,2026-06-01T10:00:00Z\n";

        Should.Throw<UnreadableLog>(() => Logs.Load(text)).Line.ShouldBe(100_002);
    }

    [Fact]
    public void A_field_without_an_end_is_refused_within_its_bounds() => ShouldAgree([.. "case,activity,time\n"u8, .. new byte[40_000_000].Select(_ => (byte)'x')]);

    private static void ShouldAgree(byte[] bytes, DateTimeZone? zone = null)
    {
        var options = new EventLogOptions { Reading = new() { Zone = zone } };
        LogOutcome.Of(() =>
        {
            using var input = new LogInput(new MemoryStream(bytes));
            return LoadPlainCsv.TryRun(input, options, CsvFacts.Prove(new MemoryStream(bytes), options.Reading), default) ?? Ordinary(bytes, options);
        }).ShouldBe(LogOutcome.Of(() => Ordinary(bytes, options)));
    }

    private static EventLog Ordinary(byte[] bytes, EventLogOptions options)
    {
        var facts = CsvFacts.Prove(new MemoryStream(bytes), options.Reading);
        using var reader = LogFile.Open(new LogInput(new MemoryStream(bytes)), options.Reading, facts, leavesDatesOpen: true);
        return LoadEventLog.Read(reader, options, facts, default);
    }
}
