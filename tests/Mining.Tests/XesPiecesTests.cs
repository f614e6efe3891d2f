using System.Text;
using static Pupitre.Mining.Tests.Logs;

namespace Pupitre.Mining.Tests;

/// <summary>A log that is read in pieces gives what one reader of the whole gives, whatever stands in it.</summary>
public class XesPiecesTests
{
    private const string Global = """<global scope="event"><string key="concept:name" value="UNKNOWN"/><string key="org:resource" value="nobody"/></global>""";

    [Fact]
    public void Pieces_give_what_the_whole_gives() => ShouldAgree(Long(), isPieced: true);

    [Fact]
    public void A_gzip_is_cut_too() => ShouldAgree(Long(), isPieced: true, isPacked: true);

    [Theory]
    [InlineData("<log xmlns=\"http://www.xes-standard.org/\"\n xmlns:x=\"urn:x\" note=\"a > b\">", "</log>")]
    [InlineData("<?xml version='1.0' encoding='UTF-8' ?>\n<!-- <log> </trace> -->\n<log>", "</log>\n<!-- end -->\n")]
    [InlineData("\uFEFF<x:log xmlns:x='urn:x'>", "</x:log>")]
    public void Whatever_begins_and_ends_a_log_is_kept(string head, string tail) => ShouldAgree(Long(head, tail), isPieced: true);

    [Theory]
    [InlineData("<!DOCTYPE log><log>", "</log>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><log>", "</log>")]
    [InlineData("<log>", "</log><more/>")]
    [InlineData("<log>", "")]
    [InlineData("<log><group>", "</group></log>")]
    public void What_cannot_be_cut_is_left_to_the_reader_of_the_whole(string head, string tail) => ShouldAgree(Long(head, tail), isPieced: false);

    [Theory]
    [InlineData("<!-- </trace> -->", true)]
    [InlineData("<string key=\"k\" value=\"&lt;/trace>\"/>", true)]
    [InlineData("<string key=\"k\" value=\"<\"/>", false)]
    [InlineData("<trace>", false)]
    [InlineData("</log>", false)]
    [InlineData("<global scope=\"event\"><string key=\"org:resource\" value=\"somebody\"/></global>", false)]
    public void What_stands_between_traces_changes_nothing(string between, bool isPieced) => ShouldAgree(Long(between: between), isPieced);

    /// <summary>Comments that hold ends of traces, so many that some cut falls into one.</summary>
    [Fact]
    public void A_cut_inside_a_comment_is_found_out() => ShouldAgree(Long(between: "<!--" + string.Concat(Enumerable.Repeat("</trace>\n", 200_000)) + "-->"), isPieced: false);

    private static string Long(string head = "<log>", string tail = "</log>", string between = "")
    {
        var text = new StringBuilder(head).Append('\n').Append(Global).Append('\n');
        for (var number = 0; number < 6_000; number++)
        {
            text.Append(number == 4_000 ? between : "").Append(Trace(
                number % 50 == 0 ? "same" : "case " + number,
                Event("A" + (number % 7), $"2026-06-{(number % 28) + 1:00}T10:00:00+02:00", """<string key="lifecycle:transition" value="start"/>"""),
                Event("B", number % 900 == 0 ? "soon" : "2026-06-01T10:00:00Z"),
                number % 5 == 0 ? """<event><date key="time:timestamp" value="2026-06-02"/></event>""" : "")).Append('\n');
            text.Append(number % 1_500 == 0 ? "<trace/>\n" + Trace("none") : "");
        }

        return text.Append(tail).ToString();
    }

    private static void ShouldAgree(string text, bool isPieced, bool isPacked = false)
    {
        var bytes = isPacked ? Gzip(text) : Encoding.UTF8.GetBytes(text);
        bytes.Length.ShouldBeGreaterThan(isPacked ? 20_000 : 1 << 20);
        var options = new EventLogOptions { Attributes = new HashSet<string> { "org:resource" } };
        using var file = new MemoryStream(bytes);
        var pieced = LoadXesPieces.TryRun(file, options, default);

        (pieced is not null).ShouldBe(isPieced);
        var whole = LogOutcome.Of(() =>
        {
            using var reader = LogFile.Open(new MemoryStream(bytes), new LogOptions());
            return LoadEventLog.Read(reader, options, CsvFacts.None, default);
        });
        LogOutcome.Of(() => pieced ?? EventLog.Load(file, options)).ShouldBe(whole);
    }
}
