using System.Net;
using Pupitre.App;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>What holds for every page of a company, seen on the sample company.</summary>
[Collection(SampledCollection.Name)]
public sealed class PageTests(SampledPupitre sample, PageTests.Readers readers) : IClassFixture<PageTests.Readers>
{
    private const int MaxQueries = 5;

    /// <summary>Pages that ask other modules what they know of their rows: one more query for each that answers.</summary>
    private static readonly Dictionary<string, int> _contributions = new(StringComparer.Ordinal)
    {
        // Who opened a received file (IOpenDropped): accounting files.
        ["/{company}/evidence"] = 1,
        ["/{company}/evidence/files/{id:guid}"] = 1,

        // Who finds by words (ISearch): providers, contracts, commitments, processes, files, accounting files, cases, people.
        ["/{company}/search"] = 8,

        // What people do (IPersonDuties): processes, roles, re-keyings, providers. Whose they are (IPersonSides): providers. What would
        // leave with one of them: know-how.
        ["/{company}/people"] = 5,
        ["/{company}/people/{Id:guid}"] = 6,
        ["/{company}/people/{Id:guid}/absences/new"] = 5,
        ["/{company}/settings/people"] = 3,
        ["/{company}/settings/members/{Account:guid}"] = 3,

        // What went out by the ladder of a case.
        ["/{company}/scorecards/{commitmentId:guid}/cases/{caseKey:long}"] = 1,

        // Whose figures (IFigures): the year and the scorecards, whose facts are asked once; the guardrails, as on their page.
        ["/{company}/figures"] = 4,

        // What is to be done (IToday): due dates and cases, whose facts are asked once; notices, files, mailboxes, agreements, mails,
        // recurring work, and as on their pages the guardrails, the decision dates and the clauses of contracts.
        ["/{company}/today"] = 17,

        // Who adds a section to the page of a contract (PageSection): what was found in its clauses, whether silence confirms a wait,
        // its deposit links.
        ["/{company}/contracts/{Id:guid}"] = 4,

        // Whom two kinds of mails go to, and who wants none of either.
        ["/{company}/contracts/{id:guid}/mails"] = 4,

        // What is claimed from the provider, and its closed months, beside its disputes with their steps and papers.
        ["/{company}/providers/{id:guid}/side"] = 2,

        // How the sections of the settings stand (CompanySection): calendars, people, who has access, mails, recurring work.
        ["/{company}/settings"] = 5,

        // What is kept about a person (IPersonalData): mails, exceptions, agreements of contracts and of the map, requests for
        // acceptance, disputes, notices, closed months, what was said of them and credits, know-how, evidence, mailboxes, words, decisions,
        // comments, letters of notice, keys, history, account, mails of contracts, deposit links and deposits, and the row with its four
        // kinds of duties.
        ["/{company}/people/{Id:guid}/erasure"] = 28,

        // Which mistakes show (IGuardrail): pilots; what was handed over blind, and what is about to be.
        ["/{company}/guardrails"] = 3,

        // Who adds a column to the inventory (IListColumn): its providers, what was taken from the catalogue.
        ["/{company}/processes"] = 1,

        // Who adds a section to the page of a process (PageSection): its roles, its steps, its links, what was taken from the catalogue, what
        // is known before it is handed over, what was decided, who agreed, comments.
        ["/{company}/processes/{Id:guid}"] = 8,

        // What became of a decision (IProcessFacts): providers, how it is kept, and how it really runs, by the source that tells of it;
        // the contract that it leads to (PageSection).
        ["/{company}/processes/{Id:guid}/decisions/{Number:int}"] = 7,

    };

    /// <summary>Every page asks once who the reader is in this company, before it asks anything of its own.</summary>
    private const int QueriesBefore = 1;

    /// <summary>
    /// The first page after a start reads what later ones keep: the keys of cookies, and for the pages of figures each commitment's words,
    /// calendars and events: 36 for the grid and the scorecards of the sample company, the most of all pages. A page that asks once per row passes this at once.
    /// </summary>
    private const int MaxColdQueries = 40;

    public static TheoryData<string> Templates => [.. Pages.OfCompany.Select(page => page.Template)];

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Opens_for_its_owner_by_following_links(string template)
    {
        var owner = await readers.OwnerAsync();

        await owner.OpenAsync(sample.AddressOf(template));

        owner.Status.ShouldBe(HttpStatusCode.OK);
        owner.Page.QuerySelectorAll("h1").Length.ShouldBe(1);
        owner.Page.Title.ShouldNotBeNullOrWhiteSpace();
        owner.Page.QuerySelectorAll("a[href^='#']").Select(link => link.TextContent)
            .ShouldBeEmpty("Addresses begin at the root of the program: these links leave the page.");
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Does_not_exist_for_the_people_of_another_company(string template)
    {
        var stranger = await readers.StrangerAsync();

        await stranger.OpenAsync(sample.AddressOf(template));

        stranger.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>The pages that read the most when nothing is kept: each is the first that a program of its own answers.</summary>
    public static TheoryData<string> HeaviestTemplates =>
        ["/{company}", "/{company}/scorecards", "/{company}/scorecards/contracts/{contractId:guid}", "/{company}/flows", "/{company}/processes/map"];

    // A program asks as often on either database: one is enough.
    [Theory]
    [Trait(TestDatabase.Trait, TestDatabase.SqliteOnly)]
    [MemberData(nameof(HeaviestTemplates))]
    public async Task Asks_a_stated_number_of_times_at_most_when_nothing_is_kept_yet(string template) => await AskColdAsync([template]);

    // What a page finds kept was read by a page before it, whose questions were counted too: whatever asks once per row is seen here.
    [Fact]
    [Trait(TestDatabase.Trait, TestDatabase.SqliteOnly)]
    public async Task Each_asks_a_stated_number_of_times_at_most_as_the_first_of_a_program_of_which_all_are_asked() =>
        await AskColdAsync([.. Pages.OfCompany.Select(page => page.Template)]);

    private async Task AskColdAsync(IReadOnlyList<string> templates)
    {
        using var count = new QueryCount();
        using var owner = await PlainClient.SignedInAsync(sample.Pupitre.Address, sample.Company);
        await using var fresh = Server.Build(sample.Pupitre.Place, "http://127.0.0.1:0", sample.Pupitre.Clock);
        await fresh.StartAsync(TestContext.Current.CancellationToken);
        foreach (var template in templates)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(fresh.Urls.First()), sample.AddressOf(template)))
            {
                Headers = { { QueryCount.Mark, "cold " + template } },
            };
            using var answer = await owner.SendAsync(request);

            answer.StatusCode.ShouldBe(HttpStatusCode.OK, template);
            var commands = count.Of("cold " + template);
            commands.ShouldNotBeEmpty(template);
            commands.Count.ShouldBeLessThanOrEqualTo(MaxColdQueries + QueriesBefore, template + "\n" + string.Join("\n---\n", commands));
        }

        await fresh.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [Trait(TestDatabase.Trait, TestDatabase.SqliteOnly)]
    [MemberData(nameof(Templates))]
    public async Task Asks_the_database_at_most_five_times(string template)
    {
        using var count = new QueryCount();
        var owner = await readers.OwnerAsync();
        var address = sample.AddressOf(template);
        await owner.OpenAsync(address);

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative)) { Headers = { { QueryCount.Mark, template } } };
        using var answer = await owner.RawAsync(request);

        var commands = count.Of(template);
        commands.ShouldNotBeEmpty("The count listens to nothing.");
        commands.Count.ShouldBeLessThanOrEqualTo(MaxQueries + QueriesBefore + _contributions.GetValueOrDefault(template), string.Join("\n---\n", commands));
    }

    /// <summary>An owner and a stranger who sign in once: signing in anew for each page took longer than the page.</summary>
    public sealed class Readers(SampledPupitre sample) : IDisposable
    {
        private TestBrowser? _owner;
        private TestBrowser? _stranger;

        public async Task<TestBrowser> OwnerAsync() => _owner ??= await sample.Pupitre.Browser().SignInAsync(sample.Company);

        public async Task<TestBrowser> StrangerAsync() =>
            _stranger ??= await sample.Pupitre.Browser().SignInAsync(await sample.Pupitre.HaveCompanyAsync());

        public void Dispose()
        {
            _owner?.Dispose();
            _stranger?.Dispose();
        }
    }
}
