using System.IO.Compression;
using System.Text;
using Pupitre.Product.Tests.Architecture;

namespace Pupitre.Product.Tests.Commands;

[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class MeasureTests : IDisposable
{
    private const string Week = """
        "timeZone":"Europe/Paris","weekly":{"monday":[["09:00","12:30"],["14:00","18:00"]],"tuesday":[["09:00","12:30"],["14:00","18:00"]]}
        """;

    /// <summary>Four open hours from Accepted to Completed; only the provider says that it waited.</summary>
    private const string FourHours = """
        {"name":"Incidents","calendar":{
        """ + Week + """
        },"start":{"activity":"Accepted"},"stop":{"activity":"Completed"},"pause":{"transition":"Wait - User"},"target":{"seconds":14400},
         "sources":{"default":"Observed","rules":[{"when":{"transition":"Wait - User"},"source":"Provider"}]}}
        """;

    private const string Incidents = """
        case,activity,transition,time
        1,Accepted,In progress,2026-06-01T09:00:00+02:00
        1,Accepted,Wait - User,2026-06-01T10:00:00+02:00
        1,Accepted,In progress,2026-06-01T15:00:00+02:00
        1,Completed,Closed,2026-06-01T16:00:00+02:00
        2,Accepted,In progress,2026-06-01T09:00:00+02:00
        2,Completed,Closed,2026-06-01T11:00:00+02:00
        3,Queued,In progress,2026-06-01T09:00:00+02:00
        4,Accepted,Wait - User,2026-06-02T09:00:00+02:00
        """;

    private readonly TestTerminal _terminal = new();

    [Fact]
    public async Task The_three_readings_of_a_log_in_the_shape_of_the_contract()
    {
        (await MeasureAsync(Incidents, FourHours)).ShouldBe(0);

        _terminal.Out.ShouldBe("""
            {"cases":4,"declared":{"met":2,"missed":0,"pending":0,"paused":1,"cancelled":0,"notApplicable":1,"p50":7200,"p90":7200},"evidenced":{"met":1,"missed":1,"pending":1,"paused":0,"cancelled":0,"notApplicable":1,"noEvidence":0,"p50":13500,"p90":18540},"proven":{"met":1,"missed":1,"pending":1,"paused":0,"cancelled":0,"notApplicable":1,"noEvidence":0,"p50":13500,"p90":18540},"outcomeChanged":2,"pausedSecondsDeclaredByProviderOnly":12600}

            """);
    }

    [Fact]
    public async Task Guesses_and_lines_left_out_are_said_on_standard_error()
    {
        await MeasureAsync(Incidents + "\n5,,In progress,2026-06-02\n6,Accepted,In progress,soon\n", FourHours);

        _terminal.Error.ShouldContain("“activity”");
        _terminal.Error.ShouldContain("2 events left out: 0 without a case, 1 without an activity, 1 without a readable time (the first on line 10).");
    }

    [Fact]
    public async Task As_of_ignores_what_came_later()
    {
        await MeasureAsync(Incidents, FourHours, "--as-of", "2026-06-01T10:30");

        _terminal.Json.GetProperty("declared").ShouldSatisfyAllConditions(
            declared => declared.GetProperty("paused").GetInt32().ShouldBe(1),
            declared => declared.GetProperty("pending").GetInt32().ShouldBe(1),
            declared => declared.GetProperty("notApplicable").GetInt32().ShouldBe(2),
            declared => declared.GetProperty("p50").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null));
    }

    [Fact]
    public async Task A_map_names_the_columns_and_the_zone_of_naive_times()
    {
        var map = _terminal.Have("map.json", """{"case":"Nr","activity":"What","time":"When","zone":"Europe/Paris","separator":";"}""");

        (await MeasureAsync("Nr;What;When\n1;Accepted;01/06/2026 17:00\n1;Completed;02/06/2026 10:00\n", FourHours, "--map", map)).ShouldBe(0);

        _terminal.Json.GetProperty("declared").GetProperty("p50").GetDouble().ShouldBe(7200);
    }

    [Fact]
    public async Task Options_name_the_columns_too()
    {
        (await MeasureAsync("Nr,What,When\n1,Accepted,2026-06-01T08:00:00Z\n", FourHours, "--case", "Nr", "--activity", "What", "--time", "When")).ShouldBe(0);

        _terminal.Json.GetProperty("cases").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_pattern_reads_attributes_of_the_event_else_of_the_case()
    {
        const string log = """
            <log><trace><string key="concept:name" value="1"/><string key="country" value="FR"/>
            <event><string key="concept:name" value="A"/><date key="time:timestamp" value="2026-06-01T09:00:00+02:00"/><string key="impact" value="High"/></event>
            <event><string key="concept:name" value="B"/><date key="time:timestamp" value="2026-06-01T10:00:00+02:00"/></event></trace></log>
            """;
        const string commitment = """{"calendar":{""" + Week + """},"start":{"impact":["High","Major"],"country":"FR"},"stop":{"country":"FR","activity":"B"},"target":{"days":1}}""";

        await MeasureAsync(log, commitment);

        _terminal.Json.GetProperty("proven").GetProperty("met").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_dash_is_standard_input()
    {
        var commitment = _terminal.Have("c.json", FourHours);
        _terminal.Input = Incidents;

        (await _terminal.RunAsync("measure", "-", "--commitment", commitment, "--json", "--lang", "en")).ShouldBe(0);

        _terminal.Json.GetProperty("cases").GetInt32().ShouldBe(4);
    }

    [Fact]
    public async Task A_truncated_gzip_is_exit_2_with_nothing_on_standard_output()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Incidents));
        }

        var log = _terminal.Have("log.csv.gz", packed.ToArray()[..^5]);
        var code = await _terminal.RunAsync("measure", log, "--commitment", _terminal.Have("c.json", FourHours), "--json", "--lang", "en");

        (code, _terminal.Out).ShouldBe((2, ""));
        _terminal.Error.ShouldContain("truncated or corrupt");
    }

    [Theory]
    [InlineData("""{"calendar":{"timeZone":"Europe/Paris","weekly":{}},"start":{"activity":"A"},"stop":{"activity":"B"},"target":{"days":1}}""")]
    [InlineData("""{"start":{"activity":"A"},"stop":{"activity":"B"},"target":{"days":1}}""")]
    [InlineData("""{"calendar":{"timeZone":"Europe/Nowhere","weekly":{"monday":[["09:00","12:00"]]}},"start":{"activity":"A"},"stop":{"activity":"B"},"target":{"days":1}}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task A_commitment_that_cannot_be_read_is_exit_2_with_one_sentence(string commitment)
    {
        (await MeasureAsync(Incidents, commitment)).ShouldBe(2);

        (_terminal.Out, _terminal.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length).ShouldBe(("", 1));
    }

    [Fact]
    public async Task The_commitment_may_be_a_gzip()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(FourHours));
        }

        (await _terminal.RunAsync("measure", _terminal.Have("log.csv", Incidents), "--commitment", _terminal.Have("c.json.gz", packed.ToArray()), "--json")).ShouldBe(0);
    }

    [Fact]
    public async Task A_missing_file_is_exit_2() =>
        (await _terminal.RunAsync("measure", "/nowhere/log.xes", "--commitment", _terminal.Have("c.json", FourHours))).ShouldBe(2);

    [Fact]
    public async Task Times_outside_the_years_of_the_calendar_are_left_out_and_said()
    {
        (await MeasureAsync(Incidents + "\n9,Accepted,In progress,0001-01-01\n9,Completed,Closed,9999-12-31\n", FourHours)).ShouldBe(0);

        _terminal.Json.GetProperty("cases").GetInt32().ShouldBe(4);
        _terminal.Error.ShouldContain("2 events left out");
    }

    [Fact]
    public async Task Without_json_it_prints_a_table_for_people()
    {
        (await _terminal.RunAsync("measure", _terminal.Have("log.csv", Incidents), "--commitment", _terminal.Have("c.json", FourHours), "--lang", "fr")).ShouldBe(0);

        _terminal.Out.ShouldContain("sans trace indépendante");
    }

    [Fact]
    public async Task The_incidents_of_the_public_log_show_what_the_providers_own_pauses_hide()
    {
        var log = Path.Combine(Environment.GetEnvironmentVariable("PUPITRE_CORPUS") ?? Path.Combine(Repository.Root, "..", "shared", "corpus"), "logs", "bpic2013-incidents.xes.gz");
        Assert.SkipUnless(File.Exists(log), "corpus file bpic2013-incidents.xes.gz is not on this machine (set PUPITRE_CORPUS)");
        const string commitment = """
            {"calendar":{"timeZone":"Europe/Stockholm","weekly":{"monday":[["08:00","18:00"]],"tuesday":[["08:00","18:00"]],"wednesday":[["08:00","18:00"]],"thursday":[["08:00","18:00"]],"friday":[["08:00","18:00"]]}},
             "start":{"activity":"Accepted"},"stop":{"activity":"Completed"},"pause":{"transition":"Wait - User"},"target":{"seconds":57600},
             "sources":{"default":"Observed","rules":[{"when":{"transition":"Wait - User"},"source":"Provider"}]}}
            """;

        await _terminal.RunAsync("measure", log, "--commitment", _terminal.Have("c.json", commitment), "--json", "--lang", "en");

        // The same figures come from an independent computation with lists of intervals.
        _terminal.Json.ShouldSatisfyAllConditions(
            json => json.GetProperty("cases").GetInt32().ShouldBe(7_554),
            json => json.GetProperty("declared").GetProperty("met").GetInt32().ShouldBe(5_640),
            json => json.GetProperty("evidenced").GetProperty("met").GetInt32().ShouldBe(4_758),
            json => json.GetProperty("outcomeChanged").GetInt32().ShouldBe(883),
            json => json.GetProperty("evidenced").GetProperty("p90").GetDouble().ShouldBe(409_099.5, 1e-6),
            json => json.GetProperty("pausedSecondsDeclaredByProviderOnly").GetDouble().ShouldBe(434_653_827, 1e-6));
    }

    public void Dispose() => _terminal.Dispose();

    private Task<int> MeasureAsync(string log, string commitment, params string[] more) => _terminal.RunAsync(
        ["measure", _terminal.Have("log", log), "--commitment", _terminal.Have("c.json", commitment), "--json", "--lang", "en", .. more]);
}
