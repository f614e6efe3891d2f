using System.Text.RegularExpressions;
using Pupitre.Sample.World;

namespace Pupitre.Browser.Tests.Stories;

/// <summary>
/// The first ten minutes: from the link that the program prints to a grid that says what is on time, with proof, over twelve months.
/// </summary>
public sealed partial class TenMinutesTests(Chromium chromium) : IDisposable
{
    private const string Marks = ".pu-grid-cell .pu-mark, .pu-grid-list li .pu-mark";

    private readonly string _desk = Directory.CreateTempSubdirectory("pupitre-desk-").FullName;

    [Fact]
    public Task By_mouse_on_a_desk() => PlayAsync(new Visit(), byKeyboard: false);

    [Fact]
    public Task By_keyboard_on_a_phone_without_JavaScript() => PlayAsync(new Visit("fr", Visit.Phone, JavaScript: false), byKeyboard: true);

    public void Dispose() => Directory.Delete(_desk, recursive: true);

    private async Task PlayAsync(Visit visit, bool byKeyboard)
    {
        var pupitre = RunningPupitre.Fresh();
        await pupitre.InitializeAsync();
        await using var _ = pupitre;
        await using var visitor = await Visitor.ComeAsync(chromium, pupitre.Address, visit);
        var newcomer = new Newcomer(visitor, byKeyboard, visit.JavaScript);
        var picture = new Func<string, Task>(name => byKeyboard && name != "5-grille" ? Task.CompletedTask : GuidePictures.TakeAsync(visitor, byKeyboard ? "telephone-" + name : name));

        await SetUpAsync(newcomer, await Newcomer.SetUpLinkAsync(pupitre), picture);
        await SayWhatWasHandedOverAsync(newcomer, picture);
        await DropAsync(newcomer, picture);
        await ReadTheGridAsync(newcomer, picture);
        await OpenAnOccurrenceAsync(newcomer, picture);
        await AskForProofsAsync(newcomer, picture);
    }

    private static async Task SetUpAsync(Newcomer newcomer, string link, Func<string, Task> picture)
    {
        await newcomer.Visitor.OpenAsync(link);
        await newcomer.FillAsync("Input.CompanyName", Cast.Company);
        await newcomer.FillAsync("Input.Siren", Cast.Siren);
        await newcomer.FillAsync("Input.OwnerName", Cast.Owner.Name);
        await newcomer.FillAsync("Input.Email", Cast.Owner.Email);
        await newcomer.FillAsync("Input.Password", RunningPupitre.Password);
        await picture("1-mise-en-place");
        await newcomer.PressToAsync("main form button[type=submit]", "/first-run");
    }

    private static async Task SayWhatWasHandedOverAsync(Newcomer newcomer, Func<string, Task> picture)
    {
        var today = SampleDays.Today(TestClock.Start);
        await newcomer.FillAsync("Input.Tiles[0].ProviderName", Cast.AccountingFirm);
        await picture("2-qu-avez-vous-confie");
        await newcomer.PressAsync("#tile-Accounting details:nth-of-type(2) summary");
        await newcomer.FillAsync("Input.Tiles[0].ProviderEmail", Cast.AccountingClerk.Email);
        await newcomer.FillDateAsync("Input.Tiles[0].ContractStart", SampleDays.First(today).AddMonths(5 - 36));
        await newcomer.FillAsync("Input.Tiles[0].ContractMonths", "12");
        await newcomer.FillAsync("Input.Tiles[0].NoticeMonths", "3");
        await newcomer.FillAsync("Input.Tiles[1].ProviderName", Cast.PayrollBureau);
        await newcomer.PressAsync("#tile-Payroll details:nth-of-type(2) summary");
        await newcomer.FillAsync("Input.Tiles[1].ProviderEmail", Cast.PayrollClerk.Email);
        await newcomer.FillAsync("Input.Profile.Employees", "38");
        await newcomer.FillAsync("Input.Profile.PayDay", "28");
        await newcomer.FillAsync("Input.Profile.VatDay", "21");
        await newcomer.PressToAsync("main form:has([name='Input.Profile.PayDay']) button[type=submit]", "/due-dates?");
        (await newcomer.Visitor.Page.Locator("main").InnerTextAsync()).ShouldContain("Échéances");
    }

    private async Task DropAsync(Newcomer newcomer, Func<string, Task> picture)
    {
        var files = Newcomer.FilesOnDesk(_desk);
        await newcomer.PressToAsync("main header a[href$='/evidence']", "/evidence");
        await newcomer.Visitor.Page.Locator("#evidence-files").SetInputFilesAsync(files);
        await picture("3-deposer");
        await newcomer.PressToAsync("file-drop button[type=submit]", "/evidence?");
        (await newcomer.Visitor.Page.Locator("main").InnerTextAsync()).ShouldContain("certificat");
        await picture("4-propositions");

        // What the accounting files prove is proposed as soon as each is checked, which may be after this.
        await newcomer.PressToAsync("a[href$='/evidence/acceptance']", "/evidence/acceptance");
        await newcomer.PressToAsync("form[action$='/evidence/proposals/acceptance'] button", "/evidence?placed=");
        (await newcomer.Visitor.Page.Locator("main").InnerTextAsync()).ShouldContain("preuves rangées");
    }

    private static async Task ReadTheGridAsync(Newcomer newcomer, Func<string, Task> picture)
    {
        await newcomer.PressToAsync("nav a[href$='/due-dates']", "/due-dates");
        await picture("5-grille");
        var text = await newcomer.Visitor.Page.Locator("main").InnerTextAsync();
        ProofSentence().IsMatch(text).ShouldBeTrue(text);
        text.ShouldContain(Cast.AccountingFirm);
        (await newcomer.Visitor.Page.Locator(Marks).CountAsync()).ShouldBeGreaterThan(100);
        NoticeSentence().IsMatch(text).ShouldBeTrue("The last day to give notice is not shown: " + text);
        await newcomer.FindNoBarrierAsync();
    }

    private static async Task OpenAnOccurrenceAsync(Newcomer newcomer, Func<string, Task> picture)
    {
        var late = newcomer.Visitor.Page.Locator("a.pu-grid-cell[title*='hors délai'], .pu-grid-list a:has-text('hors délai')").First;
        var address = await late.GetAttributeAsync("href");
        await newcomer.Visitor.OpenAsync(address!);
        await picture("6-une-echeance");
        (await newcomer.Visitor.Page.Locator("main").InnerTextAsync()).ShouldContain("attest");
        await newcomer.FindNoBarrierAsync();
    }

    private static async Task AskForProofsAsync(Newcomer newcomer, Func<string, Task> picture)
    {
        await newcomer.PressToAsync("nav a[href$='/due-dates']", "/due-dates");
        await newcomer.PressToAsync("main a[href$='/proof-requests/new']", "/proof-requests/new");
        await picture("7-demander-les-preuves");
        var text = await newcomer.Visitor.Page.Locator("main").InnerHTMLAsync();
        text.ShouldContain(Cast.PayrollClerk.Email);
        text.ShouldContain(Cast.AccountingFirm);
        await newcomer.FindNoBarrierAsync();
        await newcomer.PressAsync("main form:has([name='Input.Body']) button.btn-primary");
        await newcomer.Visitor.Page.WaitForURLAsync(url => url.Contains("/proof-requests/", StringComparison.Ordinal) && !url.EndsWith("/new", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\d+ sur \d+, dont \d+ avec preuve", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ProofSentence();

    [GeneratedRegex(@"Dernier jour pour résilier\s+.*\d{4} pour Cabinet", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NoticeSentence();
}
