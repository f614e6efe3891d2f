using AngleSharp.Dom;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.App;
using Pupitre.Platform.Ledger;
using Pupitre.Product.Tests.Architecture;
using Pupitre.Product.Tests.Evidence;
using static Pupitre.Product.Tests.Evidence.PlacingCompany;

namespace Pupitre.Product.Tests.Platform;

/// <summary>The history speaks to people: no verb, key or code of the program stands on its pages.</summary>
public sealed partial class HistoryWordsTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private static readonly string[] _modules = ["src/Platform", "src/App", .. Modules.All.Select(module => "src/" + module.GetType().Assembly.GetName().Name!["Pupitre.".Length..])];

    [Theory]
    [InlineData("Texts.resx")]
    [InlineData("Texts.en.resx")]
    public void Every_verb_that_is_recorded_has_words(string file)
    {
        var known = Keys(file);

        var verbs = Recorded().SelectMany(record => Verbs().Matches(record.First).Select(match => match.Groups["verb"].Value)).ToHashSet();

        verbs.Count.ShouldBeGreaterThan(40);
        verbs.Where(verb => !known.Contains("Verb_" + verb)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Texts.resx")]
    [InlineData("Texts.en.resx")]
    public void Every_verb_that_is_recorded_has_a_sentence_that_names_what_it_concerns(string file)
    {
        var texts = _modules.SelectMany(module => XDocument.Load(Path.Combine(Repository.Root, module, file)).Root!.Elements("data")).GroupBy(data => data.Attribute("name")!.Value).ToDictionary(group => group.Key, group => group.First().Element("value")!.Value, StringComparer.Ordinal);
        var mute = new List<string>();
        foreach (var (first, details) in Recorded())
        {
            var known = KeysOf(details).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var verb in Verbs().Matches(first).Select(match => match.Groups["verb"].Value))
            {
                var sentences = new[] { texts.GetValueOrDefault("Said_" + verb), texts.GetValueOrDefault("Said_" + verb + "_Short") }.OfType<string>().Select(text => Fields().Matches(text).Select(match => match.Groups["key"].Value).ToList()).ToList();
                if (!sentences.Exists(fields => fields.Count > 0 && (known.Count == 0 || fields.TrueForAll(known.Contains))))
                {
                    mute.Add($"{verb} ({string.Join(", ", known)})");
                }
            }
        }

        mute.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_kind_of_subject_leads_somewhere_that_every_reader_may_open()
    {
        await using var scope = pupitre.Services.CreateAsyncScope();
        var words = scope.ServiceProvider.GetRequiredService<HistoryWords>();
        var kinds = Repository.FilesBelow("src", ".cs").Select(Repository.Read).SelectMany(source => SubjectKinds().Matches(source)).Select(match => match.Groups["kind"].Value)
            .Where(kind => Keys("Texts.resx").Contains("Kind_" + kind.Replace('-', '_'))).Concat(["company", "account", "mail"]).ToHashSet();
        var (commitment, subject) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        kinds.Count.ShouldBeGreaterThan(15);

        var lost = kinds.Where(kind => words.PathOf(new SubjectRef(kind, subject), $$"""{"CommitmentId":"{{commitment}}","Occurrence":"2026-09"}""") is null);

        lost.ShouldBeEmpty();
        words.PathOf(new SubjectRef("word-confirmation", subject), $$"""{"CommitmentId":"{{commitment}}","Obligation":"case 12"}""").ShouldBe($"scorecards/{commitment}/cases/12");
        words.PathOf(new SubjectRef("company", subject), """{"Line":7,"Verb":"ContractEdited"}""").ShouldBe("history/7");
        kinds.Select(kind => words.PathOf(new SubjectRef(kind, subject))).ShouldNotContain(path => path != null && path.Contains("settings", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Texts.resx")]
    [InlineData("Texts.en.resx")]
    public void Every_detail_that_is_recorded_has_a_label(string file)
    {
        var known = Keys(file);

        var keys = Recorded().SelectMany(record => KeysOf(record.Details)).Where(key => !key.EndsWith("Id", StringComparison.Ordinal) && key != "Interrupted").ToHashSet();

        keys.Count.ShouldBeGreaterThan(40);
        keys.Where(key => !known.Contains("Detail_" + char.ToUpperInvariant(key[0]) + key[1..])).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ProofWithdrawn")]
    [InlineData("ProofMoved")]
    public void A_proof_that_was_typed_without_words_is_told_without_a_name(string verb)
    {
        var words = pupitre.Services.GetRequiredService<HistoryWords>();

        var sentence = words.Sentence(verb, """{"Name":null,"FromCommitment":"DSN","FromOccurrence":"2026-08","Commitment":"DSN","Occurrence":"2026-09"}""");

        sentence.ShouldContain("DSN, ");
        sentence.ShouldNotContain("«");
        sentence.ShouldNotContain("{");
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task No_line_shows_what_only_the_program_understands(string language)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company, language);
        var commitment = await pupitre.CommitmentAsync(company, 2);
        await browser.DropOnAsync(company, commitment, "2026-09", "note.bin", Note(language));
        await browser.SendAsync("form[action$='/withdrawal']");

        await browser.OpenAsync($"/{company.Slug}/history");
        var lines = browser.Page.QuerySelectorAll("main li > time").Length;
        lines.ShouldBeGreaterThan(5);
        var text = Pieces(browser);
        for (var line = 1; line <= lines; line++)
        {
            text += "\n" + Pieces(await browser.OpenAsync($"/{company.Slug}/history/{line}"));
        }

        Guids().Matches(text).ShouldBeEmpty();
        Codes().Matches(text).Select(match => match.Value).ShouldBeEmpty();
        text.ShouldNotContain("False");
        text.ShouldContain(language == "fr" ? "septembre 2026" : "September 2026");
    }

    [Fact]
    public async Task Lines_lead_to_where_their_subject_is()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var commitment = await pupitre.CommitmentAsync(company, 2);
        await browser.DropOnAsync(company, commitment, "2026-09", "note.bin", Note("z"));

        await browser.OpenAsync($"/{company.Slug}/history");

        var links = browser.Page.QuerySelectorAll("main li a").Select(link => link.GetAttribute("href")!).Where(href => !href.Contains("/history/", StringComparison.Ordinal)).Distinct().ToList();
        links.ShouldContain(href => href.EndsWith($"/due-dates/{commitment}/2026-09", StringComparison.Ordinal));
        links.ShouldContain(href => href.Contains("/contracts/", StringComparison.Ordinal));
        links.ShouldContain(href => href.Contains("/commitments/", StringComparison.Ordinal));
        links.ShouldContain(href => href.Contains("/evidence/files/", StringComparison.Ordinal));
        foreach (var link in links.Take(12))
        {
            ((int)(await browser.OpenAsync(link)).Status).ShouldBe(200, link);
        }
    }

    [Fact]
    public async Task A_change_of_our_mail_is_said_aloud_with_what_rests_on_it()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.OpenAsync($"/{company.Slug}/evidence/settings");
        await browser.SendAsync("form:has([name='Input.MailServers'])", ("Input.MailServers", "mail.quais.example"));
        await (await browser.OpenAsync($"/{company.Slug}/evidence")).DropAsync(Drop, [("mail.eml", Mail("Bulletins de paie de septembre 2026", "Mon, 12 Oct 2026 10:00:05 +0200"))]);
        await browser.SendAsync("form[action$='proposals/acceptance']");

        await browser.OpenAsync($"/{company.Slug}/evidence/settings");
        browser.Text.ShouldContain("1 preuve repose sur vos serveurs");
        browser.Text.ShouldContain("mail.eml");
        await browser.SendAsync("form:has([name='Input.MailServers'])", ("Input.MailServers", "autre.exemple.example"));

        var history = (await browser.OpenAsync($"/{company.Slug}/history")).Text;
        history.ShouldContain("mail.quais.example → autre.exemple.example");
        history.ShouldContain("preuves qui en dépendent : 1");
    }

    private static HashSet<string> Keys(string file) => [.. _modules.SelectMany(module => XDocument.Load(Path.Combine(Repository.Root, module, file)).Root!.Elements("data").Select(data => data.Attribute("name")!.Value))];

    private static IEnumerable<(string First, string Details)> Recorded() => Repository.FilesBelow("src", ".cs").Select(Repository.Read).SelectMany(source => Records().Matches(source))
        .Select(match => (match.Groups["first"].Value, match.Groups["details"].Value));

    // The members of an anonymous object: named, or named after what they read.
    private static IEnumerable<string> KeysOf(string details)
    {
        var (depth, from) = (0, 0);
        for (var at = 0; at <= details.Length; at++)
        {
            if (at == details.Length || (details[at] == ',' && depth == 0))
            {
                if (details[from..at].Trim() is { Length: > 0 } member)
                {
                    yield return Named().Match(member) is { Success: true } named ? named.Groups["key"].Value : member[(member.LastIndexOf('.') + 1)..];
                }

                from = at + 1;
                continue;
            }

            depth += details[at] is '(' or '{' or '[' ? 1 : details[at] is ')' or '}' or ']' ? -1 : 0;
        }
    }

    // A label and its value stand in elements of their own: joined they would look like a word of the program.
    private static string Pieces(TestBrowser browser) => string.Join('\n', browser.Page.QuerySelector("main")!.Descendants().OfType<AngleSharp.Dom.IText>().Select(text => text.Data));

    [GeneratedRegex(@"\bdb\.Record\((?<first>[^,]*(?:\?[^,]*)?),(?:(?!\bRecord\().)*?(?:new\s*\{(?<details>(?:[^{}]|\{[^{}]*\})*)\}\s*\);|\);)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Records();

    [GeneratedRegex(@"\{(?<key>[A-Za-z]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fields();

    [GeneratedRegex("const string (Subject)?Kind = \"(?<kind>[a-z-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SubjectKinds();

    [GeneratedRegex("\"(?<verb>[A-Z][A-Za-z]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Verbs();

    [GeneratedRegex(@"^(?<key>\w+)\s*=[^=]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-", RegexOptions.None, 1000)]
    private static partial Regex Guids();

    // Two capitals inside one word: EventTyped, MailServers.
    [GeneratedRegex(@"\b[A-Z][a-z]+[A-Z][a-z]+\b", RegexOptions.None, 1000)]
    private static partial Regex Codes();
}
