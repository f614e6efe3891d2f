using System.Text;

namespace Pupitre.Product.Tests.Commands;

[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class LogConformTests : IDisposable
{
    private const string Log = """
        case,activity,time
        1,order,2026-01-05T08:00:00Z
        1,check,2026-01-05T09:00:00Z
        1,send,2026-01-05T10:00:00Z
        2,order,2026-01-06T08:00:00Z
        2,send,2026-01-06T09:00:00Z
        2,send,2026-01-06T10:00:00Z

        """;

    /// <summary>Order, check, send, one after the other; without a final marking, so the sink is the end.</summary>
    private const string Model = """
        <pnml xmlns="http://www.pnml.org/version-2009/grammar/pnml"><net id="n" type="http://www.pnml.org/version-2009/grammar/ptnet"><page id="g">
          <place id="i"><initialMarking><text>1</text></initialMarking></place><place id="p"/><place id="q"/><place id="o"/>
          <transition id="t1"><name><text>order</text></name></transition>
          <transition id="t2"><name><text>check</text></name></transition>
          <transition id="t3"><name><text>send</text></name></transition>
          <arc id="a1" source="i" target="t1"/><arc id="a2" source="t1" target="p"/><arc id="a3" source="p" target="t2"/>
          <arc id="a4" source="t2" target="q"/><arc id="a5" source="q" target="t3"/><arc id="a6" source="t3" target="o"/>
        </page></net></pnml>
        """;

    private readonly TestTerminal _terminal = new();

    [Fact]
    public async Task Alignments_have_exactly_the_agreed_shape()
    {
        (await ConformAsync("--json")).ShouldBe(0);

        _terminal.Out.ShouldBe(
            """{"method":"alignments","cases":2,"solvedCases":2,"fittingCases":1,"deviations":2,"meanTraceFitness":0.8333333333333334,"logFitness":0.8333333333333334,"moves":[{"activity":"check","kind":"skipped","count":1,"cases":1},{"activity":"send","kind":"inserted","count":1,"cases":1}]}"""
            + Environment.NewLine);
    }

    [Fact]
    public async Task Replay_adds_its_tokens()
    {
        (await ConformAsync("--json", "--method", "replay")).ShouldBe(0);

        // Case 2: the first send lacks a token on q, so does the second; p and one end too many remain.
        _terminal.Out.ShouldBe(
            """{"method":"replay","cases":2,"solvedCases":2,"fittingCases":1,"deviations":4,"meanTraceFitness":0.75,"logFitness":0.75,"produced":8,"consumed":8,"missing":2,"remaining":2,"moves":[{"activity":"send","kind":"inserted","count":2,"cases":1}]}"""
            + Environment.NewLine);
    }

    /// <summary>Thirty-six steps side by side have more markings than are listed, and more ways to lay one case beside them than are searched.</summary>
    [Fact]
    public async Task What_was_not_solved_is_counted_and_has_no_figures()
    {
        var model = new StringBuilder("""<pnml><net id="n" type="ptnet"><page id="g">""");
        foreach (var step in Enumerable.Range(0, 36))
        {
            model.Append($"""<place id="i{step}"><initialMarking><text>1</text></initialMarking></place><place id="m{step}"/><place id="o{step}"/>""");
            model.Append($"""<transition id="a{step}"><name><text>step {step % 6}</text></name></transition><transition id="b{step}"><name><text>step {(step + 1) % 6}</text></name></transition>""");
            model.Append($"""<arc id="w{step}" source="i{step}" target="a{step}"/><arc id="x{step}" source="a{step}" target="m{step}"/><arc id="y{step}" source="m{step}" target="b{step}"/><arc id="z{step}" source="b{step}" target="o{step}"/>""");
        }

        model.Append("</page></net></pnml>");
        var log = "case,activity,time\n" + string.Concat(Enumerable.Range(0, 80).Select(at => $"1,step {at * at % 6},2026-01-01T10:{at / 60:00}:{at % 60:00}Z\n"));

        (await _terminal.RunAsync("log", "conform", _terminal.Have("hard.csv", log), "--model", _terminal.Have("hard.pnml", model.ToString()), "--json")).ShouldBe(0);
        _terminal.Out.ShouldBe("""{"method":"alignments","cases":1,"solvedCases":0,"fittingCases":null,"deviations":null,"meanTraceFitness":null,"logFitness":null,"moves":[]}""" + Environment.NewLine);
        _terminal.Error.ShouldContain("1");
    }

    [Fact]
    public async Task What_a_net_says_and_is_not_read_is_named()
    {
        var guarded = Model.Replace("<transition id=\"t2\">", "<transition id=\"t2\" guard=\"amount &gt; 500\">", StringComparison.Ordinal);
        (await ConformWithAsync(guarded, "--json", "--lang", "en")).ShouldBe(0);

        _terminal.Error.ShouldContain("guard (check)");
    }

    [Theory]
    [InlineData("en", "fitting cases", "skipped")]
    [InlineData("fr", "cas conformes", "sautée")]
    public async Task People_get_a_table_in_their_language(string language, string fitting, string skipped)
    {
        (await ConformAsync("--lang", language)).ShouldBe(0);

        _terminal.Out.ShouldContain(fitting);
        _terminal.Out.ShouldContain(skipped);
    }

    [Fact]
    public async Task A_step_that_can_never_happen_is_named_and_replay_says_where_it_guesses()
    {
        var model = Model.Replace("<transition id=\"t2\"", "<transition id=\"t4\"><name><text>never</text></name></transition><place id=\"nowhere\"/><arc id=\"a7\" source=\"nowhere\" target=\"t4\"/><arc id=\"a8\" source=\"t4\" target=\"o\"/><transition id=\"t2\"", StringComparison.Ordinal);
        (await ConformWithAsync(model, "--lang", "en")).ShouldBe(0);
        _terminal.Error.ShouldContain("never");

        (await ConformWithAsync(model.Replace("<text>never</text>", "<text></text>", StringComparison.Ordinal), "--lang", "en", "--method", "replay")).ShouldBe(0);
        _terminal.Error.ShouldContain("heuristic");
    }

    [Fact]
    public async Task A_model_that_cannot_finish_is_refused_by_name()
    {
        var model = Model.Replace("<arc id=\"a5\" source=\"q\" target=\"t3\"/>", "<place id=\"never\"/><arc id=\"a5\" source=\"never\" target=\"t3\"/><finalmarkings><marking><place idref=\"o\"><text>1</text></place></marking></finalmarkings>", StringComparison.Ordinal);
        (await ConformWithAsync(model, "--json", "--lang", "en")).ShouldBe(2);

        _terminal.Out.ShouldBe("");
        _terminal.Error.ShouldContain("no complete run");
    }

    [Theory]
    [InlineData("<log/>", "log")]
    [InlineData("no xml", "model.pnml")]
    public async Task What_is_no_model_is_refused_with_nothing_written(string model, string reason)
    {
        (await ConformWithAsync(model, "--json")).ShouldBe(2);

        _terminal.Out.ShouldBe("");
        _terminal.Error.ShouldContain(reason);
    }

    [Fact]
    public async Task An_unknown_method_or_a_missing_model_is_bad_usage()
    {
        (await ConformAsync("--method", "guess")).ShouldBe(2);
        (await _terminal.RunAsync("log", "conform", _terminal.Have("log.csv", Log))).ShouldBe(2);
        (await _terminal.RunAsync("log", "conform", _terminal.Have("log.csv", Log), "--model", "nowhere.pnml")).ShouldBe(2);
    }

    public void Dispose() => _terminal.Dispose();

    private Task<int> ConformAsync(params string[] options) => ConformWithAsync(Model, options);

    private Task<int> ConformWithAsync(string model, params string[] options) =>
        _terminal.RunAsync(["log", "conform", _terminal.Have("log.csv", Log), "--model", _terminal.Have("model.pnml", model), .. options]);
}
