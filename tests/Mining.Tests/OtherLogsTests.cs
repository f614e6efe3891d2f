using System.IO.Compression;
using System.Text;

namespace Pupitre.Mining.Tests;

/// <summary>Documents that look like a log and are none, or say less than logs usually do.</summary>
public class OtherLogsTests
{
    private const string Event = """<event><string key="concept:name" value="A"/><date key="time:timestamp" value="2026-01-01T10:00:00Z"/></event>""";

    [Theory]
    [InlineData("<log><object-types><object-type name=\"order\"/></object-types><event-types/><objects/><events><event id=\"e1\" type=\"Place\" time=\"2026-01-01T10:00:00Z\"/></events></log>", "OCEL")]
    [InlineData("<log><events><event id=\"e1\"/></events></log>", "OCEL")]
    [InlineData("<log xmlns=\"urn:x\"><global scope=\"log\"/><objects/></log>", "OCEL")]
    [InlineData("<log><logentry revision=\"1\"><author>a</author></logentry></log>", "logentry")]
    public void A_document_of_another_kind_with_the_same_root_is_refused_with_what_is_read(string text, string named)
    {
        Should.Throw<UnreadableLog>(() => Logs.Load(text)).Message.ShouldContain(named);
        using var reader = Logs.Open(text);
        Should.Throw<UnreadableLog>(() => reader.Read()).Message.ShouldContain("JSON");
    }

    [Theory]
    [InlineData("<log/>")]
    [InlineData("<log><extension/><global scope=\"event\"/><classifier/><string key=\"a\" value=\"b\"/></log>")]
    public void An_empty_log_is_one(string text) => Logs.Load(text).CaseCount.ShouldBe(0);

    [Fact]
    public void A_log_of_which_nothing_can_be_used_is_refused() =>
        Should.Throw<UnreadableLog>(() => Logs.Load("<log>" + Event + "</log>")).Message.ShouldContain("OCEL");

    [Fact]
    public void A_trace_without_a_name_is_a_case()
    {
        var log = Logs.Load($"<log><trace>{Event}{Event}</trace><trace><string key=\"concept:name\" value=\"x\"/>{Event}</trace><trace>{Event}</trace><trace/></log>");

        log.CaseNames.ShouldBe(["trace 1", "x", "trace 3"]);
        (log.EventCount, log.LeftOut.Total, log.LeftOut.EmptyCases).ShouldBe((4, 0, 1));
        log.Guesses.ShouldHaveSingleItem().ShouldContain("2");
    }

    [Fact]
    public void Traces_without_names_keep_their_places_in_a_long_log()
    {
        var text = "<log>" + string.Concat(Enumerable.Repeat($"<trace>{Event}</trace>\n", 20_000)) + "</log>";

        var log = Logs.Load(text);

        (log.CaseCount, log.CaseNames[19_999]).ShouldBe((20_000, "trace 20000"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_endless_value_is_refused_before_it_fills_memory(bool isPacked)
    {
        const int megabytes = 200;
        var bytes = isPacked ? Packed(megabytes).ToArray() : Encoding.UTF8.GetBytes("<log><trace><string key=\"a\" value=\"" + new string('a', 9 << 20) + "\"/></trace></log>");

        Should.Throw<UnreadableLog>(() => EventLog.Load(new MemoryStream(bytes))).Message.ShouldContain("8");
        using var reader = Logs.Open(bytes);
        Should.Throw<UnreadableLog>(() => reader.Read());
        reader.BytesRead.ShouldBeLessThan(isPacked ? bytes.Length / 4 : bytes.Length, "it stops where the value is too long, not at its end");
    }

    [Fact]
    public void A_file_that_unpacks_without_end_is_given_up() =>
        Should.Throw<UnreadableLog>(() => new LimitedStream(new MemoryStream(new byte[200]), 100).ReadExactly(new byte[200]));

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("ISO-8859-1")]
    [InlineData("ISO-8859-15")]
    [InlineData("utf-16")]
    public void The_declared_encoding_is_known(string name)
    {
        var xml = $"<?xml version=\"1.0\" encoding=\"{name}\"?><log><trace><string key=\"concept:name\" value=\"Élève\"/>{Event}</trace></log>";
        var encoding = Encoding.GetEncoding(name);

        EventLog.Load(new MemoryStream([.. encoding.Preamble, .. encoding.GetBytes(xml)]), token: TestContext.Current.CancellationToken).CaseNames.ShouldBe(["Élève"]);
    }

    private static MemoryStream Packed(int megabytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write("<log><trace><string key=\"a\" value=\""u8);
            var some = Encoding.UTF8.GetBytes(new string('a', 1 << 20));
            for (var i = 0; i < megabytes; i++)
            {
                gzip.Write(some);
            }

            gzip.Write("\"/></trace></log>"u8);
        }

        packed.Position = 0;
        return packed;
    }
}
