using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Pupitre.Browser.Tests;

/// <summary>While the bytes of an upload travel, a bar says how far they are; what comes after is what the form alone would have shown.</summary>
public sealed partial class UploadTests(Chromium chromium, RunningPupitre pupitre) : IClassFixture<RunningPupitre>, IDisposable
{
    private const string Input = "file-drop input[type=file]";
    private const string Send = "file-drop button[type=submit]";
    private const string State = "file-drop [data-state]";
    private const int FileBytes = 4 << 20;

    // Time enough to look at the bar on a machine that is busy; what was looked at may hurry.
    private const int BytesASecond = 200_000;
    private const int Unlimited = -1;
    private const int LineBytes = 4096;
    private const string KeptBar = "kept-upload progress";
    private const int LargeBytes = 24 << 20;
    private const int LargeBytesASecond = 4 << 20;
    private const int PauseMs = 50;
    private const float PatienceMs = 60_000;

    private TestCompany? _company;
    private readonly string _desk = Directory.CreateTempSubdirectory("pupitre-upload-").FullName;

    public void Dispose() => Directory.Delete(_desk, recursive: true);

    [Fact]
    public async Task The_bar_moves_while_the_bytes_travel_then_the_report_comes()
    {
        await using var visitor = await ComeAsync(new Visit());
        var line = await SlowDownAsync(visitor, BytesASecond);
        await visitor.Page.SetInputFilesAsync(Input, Write("000417220FEC20251231.txt", Header() + Filling(FileBytes)));

        await visitor.Page.ClickAsync(Send);
        await visitor.Page.WaitForFunctionAsync("() => { const bar = document.querySelector('file-drop progress'); return bar.checkVisibility() && bar.value > 0.1 && bar.value < 0.9; }");

        SentWords().IsMatch(await visitor.Page.Locator("file-drop [data-text]").InnerTextAsync()).ShouldBeTrue();
        await visitor.FindNoBarrierAsync();
        await LimitAsync(line, Unlimited);
        await visitor.Page.WaitForURLAsync(ReportAddress(), new() { Timeout = PatienceMs });
        await visitor.Page.Locator("#official").WaitForAsync(new() { Timeout = PatienceMs });
    }

    [Fact]
    public async Task A_sending_that_is_stopped_keeps_nothing_and_can_be_sent_again()
    {
        await using var visitor = await ComeAsync(new Visit());
        await SlowDownAsync(visitor, BytesASecond);
        await visitor.Page.SetInputFilesAsync(Input, Write("000417220FEC20251231.txt", Header() + Filling(FileBytes)));
        await visitor.Page.ClickAsync(Send);

        await visitor.Page.ClickAsync("file-drop [data-upload] button");

        (await visitor.Page.Locator(State).InnerTextAsync()).ShouldContain("rien n’a été gardé");
        await NothingIsLeftAsync();
        await visitor.Page.SetInputFilesAsync(Input, Write("000417220FEC20241231.txt", Header()));
        await visitor.Page.ClickAsync(Send);
        await visitor.Page.Locator("#official").WaitForAsync(new() { Timeout = PatienceMs });
    }

    [Fact]
    public async Task What_is_no_accounting_file_is_said_on_the_page_that_asked_for_one()
    {
        await using var visitor = await ComeAsync(new Visit());
        await visitor.Page.SetInputFilesAsync(Input, Write("000417220FEC20251231.txt", "%PDF-1.7"));

        await visitor.Page.ClickAsync(Send);

        await visitor.Page.GetByText("est un PDF, quoi que dise son nom").WaitForAsync();
    }

    [Fact]
    public async Task A_refusal_takes_the_place_of_the_page()
    {
        await using var visitor = await ComeAsync(new Visit());
        await visitor.Page.SetInputFilesAsync(Input, Write("000417220FEC20251231.txt", Header()));
        await visitor.Page.EvaluateAsync("() => { document.querySelector('file-drop [name=__RequestVerificationToken]').value = 'autre'; }");

        await visitor.Page.ClickAsync(Send);

        await visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Ce formulaire n’est plus valable" }).WaitForAsync();
    }

    [Fact]
    public async Task A_large_file_goes_on_arriving_when_the_page_is_left()
    {
        await using var visitor = await StartLargeAsync();

        await visitor.Page.GotoAsync("about:blank");
        await visitor.OpenAsync($"/{_company!.Slug}/contracts");

        await visitor.Page.WaitForFunctionAsync($"() => {{ const bar = document.querySelector('{KeptBar}'); return bar.checkVisibility() && bar.value > 0.2 && bar.value < 1; }}");
        await visitor.FindNoBarrierAsync();
        await visitor.Page.GetByText("000417220FEC20251231.txt est arrivé.").WaitForAsync(new() { Timeout = PatienceMs });
        await visitor.Page.ClickAsync("kept-upload a");
        await visitor.Page.WaitForURLAsync(ReportAddress());
        await visitor.Page.Locator("#official").WaitForAsync(new() { Timeout = PatienceMs });
        await NothingIsLeftAsync();
        await visitor.OpenAsync($"/{_company.Slug}/contracts");
        (await visitor.Page.Locator(KeptBar).IsVisibleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_large_file_waits_for_a_lost_connection()
    {
        await using var visitor = await StartLargeAsync();

        await visitor.Page.RouteAsync("**/evidence/arriving/**", route => route.AbortAsync());
        await visitor.Page.Locator(State).GetByText("Connexion coupée").WaitForAsync();
        await visitor.Page.UnrouteAllAsync();

        await visitor.Page.WaitForURLAsync(ReportAddress(), new() { Timeout = PatienceMs });
        await visitor.Page.Locator("#official").WaitForAsync(new() { Timeout = PatienceMs });
    }

    [Fact]
    public async Task A_large_file_that_is_stopped_on_another_page_leaves_nothing()
    {
        await using var visitor = await StartLargeAsync();
        await visitor.OpenAsync($"/{_company!.Slug}/contracts");

        await visitor.Page.ClickAsync("kept-upload button");

        await visitor.Page.Locator("kept-upload [data-state]").GetByText("rien n’a été gardé").WaitForAsync();
        await NothingIsLeftAsync();
        await visitor.Page.ReloadAsync();
        (await visitor.Page.Locator(KeptBar).IsVisibleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_signs_out_leaves_nothing_of_a_large_file_in_the_browser()
    {
        await using var visitor = await StartLargeAsync();
        await visitor.OpenAsync($"/{_company!.Slug}/contracts");

        await visitor.Page.ClickAsync(".pu-side-foot form[action='/account/sign-out'] button");

        await visitor.Page.WaitForURLAsync("**/account/sign-in**");
        (await visitor.Page.EvaluateAsync<int>("() => new Promise((done) => { indexedDB.open('pupitre-uploads').onsuccess = (opened) => opened.target.result.transaction('kept').objectStore('kept').count().onsuccess = (counted) => done(counted.target.result); })")).ShouldBe(0);
    }

    [Fact]
    public async Task Without_scripts_the_form_sends_itself()
    {
        await using var visitor = await ComeAsync(new Visit(JavaScript: false));
        await visitor.Page.SetInputFilesAsync(Input, Write("000417220FEC20251231.txt", Header()));

        await visitor.Page.ClickAsync(Send);

        await visitor.Page.WaitForURLAsync(ReportAddress());
    }

    private async Task<Visitor> ComeAsync(Visit visit)
    {
        _company = await pupitre.HaveCompanyAsync();
        var visitor = await (await Visitor.ComeAsync(chromium, pupitre.Address, visit)).SignInAsync(_company);
        await visitor.OpenAsync($"/{_company.Slug}/deliverables");
        return visitor;
    }

    /// <summary>On the page of deliverables, with a large file of which the first bytes are on their way.</summary>
    private async Task<Visitor> StartLargeAsync()
    {
        var visitor = await ComeAsync(new Visit());
        await SlowDownAsync(visitor, LargeBytesASecond);
        await visitor.Page.SetInputFilesAsync(Input, Write("000417220FEC20251231.txt", Header() + Filling(LargeBytes)));
        await visitor.Page.ClickAsync(Send);
        await visitor.Page.WaitForFunctionAsync("() => document.querySelector('file-drop progress').value > 0.1");
        (await visitor.Page.Locator(State).InnerTextAsync()).ShouldContain("vous pouvez changer de page");
        await OnTheWayAsync(1);
        return visitor;
    }

    /// <summary>
    /// The page may say that it stopped before the server has noticed. Only this test's company is looked at: whoever signed out in another
    /// left what had arrived for the day on which they come back.
    /// </summary>
    private Task NothingIsLeftAsync() => OnTheWayAsync(0);

    private async Task OnTheWayAsync(int files)
    {
        for (var waited = 0; OnTheWay().Count != files && waited < PatienceMs; waited += PauseMs)
        {
            await Task.Delay(PauseMs, TestContext.Current.CancellationToken);
        }

        OnTheWay().Count.ShouldBe(files, string.Join(", ", OnTheWay()));
    }

    private List<string> OnTheWay()
    {
        var folder = Path.Combine(pupitre.Place.Folder, "files", _company!.Id.ToString("N"));
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.part", SearchOption.AllDirectories)] : [];
    }

    private static async Task<ICDPSession> SlowDownAsync(Visitor visitor, int bytesASecond)
    {
        var line = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await line.SendAsync("Network.enable");
        await LimitAsync(line, bytesASecond);
        return line;
    }

    private static Task<System.Text.Json.JsonElement?> LimitAsync(ICDPSession line, int bytesASecond) => line.SendAsync(
        "Network.emulateNetworkConditions",
        new Dictionary<string, object>
        {
            ["offline"] = false,
            ["latency"] = 0,
            ["downloadThroughput"] = Unlimited,
            ["uploadThroughput"] = bytesASecond,
        });

    // Bytes that travel, and few lines of them: what is tested is how they arrive, not how they are read.
    private static string Filling(int bytes) => string.Concat(Enumerable.Repeat(new string(' ', LineBytes - 1) + '\n', bytes / LineBytes));

    private string Write(string name, string content)
    {
        var path = Path.Combine(_desk, name);
        File.WriteAllText(path, content, Encoding.ASCII);
        return path;
    }

    private static string Header() => "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n"
        + "BQ\tBanque\t1\t20250105\t512000\tBanque\t\t\tP1\t20250105\tVersement\t10,00\t0,00\t\t\t20250131\t\t\nBQ\tBanque\t1\t20250105\t101000\tCapital\t\t\tP1\t20250105\tVersement\t0,00\t10,00\t\t\t20250131\t\t\n";

    [GeneratedRegex(@"^[\d,]+ sur [\d,]+\s+Mo envoyés", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SentWords();

    [GeneratedRegex("/accounting-files/", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ReportAddress();
}
