using System.Text.Json;

namespace Pupitre.Product.Tests.Commands;

[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class LogCommandTests
{
    private const string Log = """
        case,activity,time
        1,A,2026-01-05T08:00:00Z
        1,B,2026-01-05T09:00:00Z
        1,B,2026-01-05T09:00:30Z
        2,A,2026-03-29T01:30:00+01:00
        2,"C ""x"" é",2026-03-29T03:30:00+02:00

        """;

    [Fact]
    public async Task Stats_have_exactly_the_agreed_shape()
    {
        var run = await CommandRun.OfAsync(Log, "log", "stats", "-", "--json");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldBe(
            """{"cases":2,"events":5,"activities":3,"variants":2,"edges":3,"from":"2026-01-05T08:00:00Z","to":"2026-03-29T01:30:00Z","selfLoops":1,"reworkCases":1,"repeats":1,"caseSeconds":{"mean":3615,"p50":3615,"p90":3627,"max":3630},"start":{"A":2},"end":{"B":1,"C \"x\" é":1}}"""
            + Environment.NewLine);
    }

    [Fact]
    public async Task A_graph_has_exactly_the_agreed_shape_and_order()
    {
        var run = await CommandRun.OfAsync(Log, "log", "dfg", "-", "--json");

        run.Output.ShouldBe(
            """{"edges":[{"from":"A","to":"B","count":1,"meanSeconds":3600,"p50Seconds":3600},{"from":"A","to":"C \"x\" é","count":1,"meanSeconds":3600,"p50Seconds":3600},{"from":"B","to":"B","count":1,"meanSeconds":30,"p50Seconds":30}],"start":{"A":2},"end":{"B":1,"C \"x\" é":1}}"""
            + Environment.NewLine);
    }

    [Fact]
    public async Task Variants_come_most_frequent_first_and_as_many_as_are_asked_for()
    {
        var run = await CommandRun.OfAsync(Log, "log", "variants", "-", "--json", "--top", "1");

        run.Output.ShouldBe("""{"variants":[{"count":1,"share":0.5,"activities":["A","B","B"]}]}""" + Environment.NewLine);
    }

    [Fact]
    public async Task A_log_without_events_has_figures_too()
    {
        var run = await CommandRun.OfAsync("case,activity,time\n", "log", "stats", "-", "--json");

        using var json = JsonDocument.Parse(run.Output);
        (run.ExitCode, json.RootElement.GetProperty("cases").GetInt32(), json.RootElement.GetProperty("from").ValueKind).ShouldBe((0, 0, JsonValueKind.Null));
        var text = await CommandRun.OfAsync("case,activity,time\n", "log", "stats", "-", "--lang", "en");
        text.ExitCode.ShouldBe(0);
        text.Output.ShouldNotContain("0.0 s");
        text.Lines.Count(line => line.TrimEnd().EndsWith('-')).ShouldBe(6, "two moments and four durations");
        (await CommandRun.OfAsync("case,activity,time\n", "log", "dfg", "-")).ExitCode.ShouldBe(0);
        (await CommandRun.OfAsync("case,activity,time\n", "log", "variants", "-")).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("sep=;\ncase;activity;time\n1;A;2026-01-01\n2;B;2026-01-02\n")]
    [InlineData("\uFEFFsep=,\r\ncase,activity,time\r\n1,A;a,2026-01-01\r\n2,B,2026-01-02\r\n")]
    public async Task A_line_that_says_the_separator_is_followed(string log)
    {
        var run = await CommandRun.OfAsync(log, "log", "stats", "-", "--json");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldStartWith("""{"cases":2,"events":2,"activities":2,""");
    }

    [Theory]
    [InlineData("<log><object-types/><event-types/><objects/><events><event id='e' type='A' time='2026-01-01T10:00:00Z'/></events></log>", "OCEL")]
    [InlineData("<log><entry/></log>", "entry")]
    [InlineData("case,activity,time\n1,A,soon\n", "time")]
    [InlineData("case,activity,time\n1,\"A,2026-01-01\n", "2")]
    [InlineData("case,activity,time\n1,A,13/05/2026\n1,B,05/13/2026\n", "--dates")]
    public async Task What_gives_nothing_that_could_be_used_is_refused_with_nothing_written(string log, string reason)
    {
        foreach (var command in (string[])["stats", "dfg", "variants"])
        {
            var run = await CommandRun.OfAsync(log, "log", command, "-", "--json", "--lang", "en");

            (run.ExitCode, run.Output).ShouldBe((2, ""));
            run.Error.ShouldContain(reason);
        }
    }

    [Fact]
    public async Task Months_first_that_the_file_proves_are_read_so()
    {
        const string log = "case,activity,time\n1,A,04/05/2026\n1,B,04/20/2026\n";
        using var terminal = new TestTerminal();

        (await terminal.RunAsync("log", "stats", terminal.Have("log.csv", log), "--json", "--lang", "en")).ShouldBe(0);

        terminal.Out.ShouldContain("\"from\":\"2026-04-05T00:00:00Z\"");
        terminal.Error.ShouldContain("month first");
        (await CommandRun.OfAsync(log, "log", "stats", "-", "--json", "--dates", "month-first")).Output.ShouldContain("\"from\":\"2026-04-05T00:00:00Z\"");
        (await CommandRun.OfAsync(log, "log", "stats", "-", "--dates", "backwards")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Guesses_and_what_was_left_out_go_to_standard_error()
    {
        var run = await CommandRun.OfAsync(Log + "3,,2026-01-05T08:00:00Z\n", "log", "stats", "-", "--json", "--lang", "en");

        run.ExitCode.ShouldBe(0);
        run.Error.ShouldContain("“case”");
        run.Error.ShouldContain("1 events left out");
        run.Error.ShouldContain("Lines left out: 7");
    }

    [Fact]
    public async Task An_incomplete_log_is_refused_where_that_is_asked()
    {
        var run = await CommandRun.OfAsync(Log + "3,,2026-01-05T08:00:00Z\n", "log", "stats", "-", "--strict");

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain("incomplet");
    }

    [Fact]
    public async Task A_truncated_gzip_is_refused_with_nothing_written()
    {
        var run = await CommandRun.OfAsync(CommandRun.Gzip(Log)[..^5], "log", "dfg", "-", "--json");

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_object_centric_log_is_flattened_by_the_type_that_is_asked_for()
    {
        const string log = """
            {"objects": [{"id": "o", "type": "order"}, {"id": "i", "type": "item"}],
             "events": [{"id": "1", "type": "A", "time": "2026-01-05T08:00:00Z", "relationships": [{"objectId": "o"}, {"objectId": "i"}]},
                        {"id": "2", "type": "B", "time": "2026-01-05T09:00:00Z", "relationships": [{"objectId": "o"}]}]}
            """;
        var orders = await CommandRun.OfAsync(log, "log", "variants", "-", "--object-type", "order", "--json");
        var items = await CommandRun.OfAsync(log, "log", "variants", "-", "--object-type", "item", "--json");

        orders.Output.ShouldContain("""["A","B"]""");
        items.Output.ShouldContain("""["A"]""");
        (await CommandRun.OfAsync(log, "log", "variants", "-", "--object-type", "none")).ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("--top", "0")]
    [InlineData("--case", "none")]
    [InlineData("--zone", "Nowhere/Land")]
    public async Task A_bad_option_is_refused_in_a_sentence(string option, string value)
    {
        var run = await CommandRun.OfAsync(Log, "log", "variants", "-", option, value);

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("fr", "cas avec reprise")]
    [InlineData("en", "cases with rework")]
    public async Task People_get_a_table_in_their_language(string language, string row)
    {
        var run = await CommandRun.OfAsync(Log, "log", "stats", "-", "--lang", language);

        run.Lines.ShouldContain(line => line.StartsWith(row, StringComparison.Ordinal) && line.EndsWith('1'));
    }
}
