using System.Globalization;
using System.Text.RegularExpressions;

namespace Pupitre.Browser.Tests.Stories;

/// <summary>
/// The first year of a company that is no sample, filled from what lies on its desk: a tracking sheet, certificates, mails, the bank, an accounting
/// file. In at most as many clicks and fields as ten minutes hold; what the grid says then is held cell by cell.
/// </summary>
public sealed partial class FirstYearTests(Chromium chromium) : IDisposable
{
    /// <summary>Ten minutes, at ten seconds for each thing that is clicked, typed or chosen.</summary>
    private const int MostActs = 60;

    private const int PauseMs = 200;

    private readonly string _desk = Directory.CreateTempSubdirectory("pupitre-desk-").FullName;

    [Theory]
    [InlineData("fr", Visit.Desk, true, false)]
    [InlineData("en", Visit.Phone, false, true)]
    public async Task Twelve_months_are_filled_in_ten_minutes_and_no_cell_says_more_than_is_known(string language, int width, bool hasScript, bool isDark)
    {
        var pupitre = RunningPupitre.Fresh();
        await pupitre.InitializeAsync();
        await using var _ = pupitre;
        await using var visitor = await Visitor.ComeAsync(chromium, pupitre.Address, new Visit(language, width, hasScript, isDark));
        var newcomer = new Newcomer(visitor, byKeyboard: !hasScript, hasScript);

        await SetUpAsync(newcomer, await Newcomer.SetUpLinkAsync(pupitre));
        await DropEverythingAsync(newcomer);
        await AcceptAsync(newcomer);
        await newcomer.PressToAsync("nav a[href$='/due-dates']", "/due-dates");
        newcomer.Acts.ShouldBeLessThanOrEqualTo(MostActs);
        var cells = (await CellsAsync(visitor)).Select(GridCell.Read).ToList();
        var (said, known) = (cells.Where(cell => !cell.IsStillEmpty).Select(cell => cell.ToString()).ToList(), Expected(language).ToList());
        known.Except(said).ShouldBeEmpty("The grid does not say this.");
        said.Except(known).ShouldBeEmpty("The grid says more than is known.");
        cells.Count(cell => cell.IsStillEmpty).ShouldBeGreaterThan(60);
        await SumsAgreeAsync(visitor, cells, language);
        await newcomer.FindNoBarrierAsync();
        await OthersCertificateStandsNowhereAsync(newcomer, language);
    }

    public void Dispose() => Directory.Delete(_desk, recursive: true);

    private static async Task SetUpAsync(Newcomer newcomer, string link)
    {
        await newcomer.Visitor.OpenAsync(link);
        await newcomer.FillAsync("Input.CompanyName", FirstYearDesk.Company);
        await newcomer.FillAsync("Input.Siren", FirstYearDesk.Siren);
        await newcomer.FillAsync("Input.OwnerName", "Claire Vauquelin");
        await newcomer.FillAsync("Input.Email", "claire@vauquelin.example");
        await newcomer.FillAsync("Input.Password", RunningPupitre.Password);
        await newcomer.PressToAsync("main form button[type=submit]", "/first-run");
        await newcomer.FillAsync("Input.Tiles[0].ProviderName", FirstYearDesk.Accountants);
        await newcomer.FillAsync("Input.Tiles[1].ProviderName", FirstYearDesk.Payroll);
        await newcomer.FillAsync("Input.Profile.Employees", "12");
        await newcomer.FillAsync("Input.Profile.PayDay", "28");
        await newcomer.FillAsync("Input.Profile.VatDay", "21");
        await newcomer.PressToAsync("main form:has([name='Input.Profile.PayDay']) button[type=submit]", "/due-dates?");
    }

    private async Task DropEverythingAsync(Newcomer newcomer)
    {
        await newcomer.PressToAsync("main header a[href$='/evidence']", "/evidence");
        await newcomer.Visitor.Page.Locator("#evidence-files").SetInputFilesAsync(FirstYearDesk.Lay(_desk));
        await newcomer.PressToAsync("file-drop button[type=submit]", "/evidence?");
    }

    // What would stand where is shown first; one press places it all.
    private static async Task AcceptAsync(Newcomer newcomer)
    {
        await newcomer.PressToAsync("a[href$='/evidence/acceptance']", "/evidence/acceptance");
        await NothingIsReadAnyMoreAsync(newcomer.Visitor);
        await newcomer.FindNoBarrierAsync();
        await newcomer.PressToAsync("form[action$='/evidence/proposals/acceptance'] button", "/evidence?");
    }

    // The accounting file is checked in the background; the page says so until it was.
    private static async Task NothingIsReadAnyMoreAsync(Visitor visitor)
    {
        while (await visitor.Page.Locator("main a[href*='/jobs/']").CountAsync() > 0)
        {
            await Task.Delay(PauseMs, TestContext.Current.CancellationToken);
            await visitor.OpenAsync(new Uri(visitor.Page.Url).PathAndQuery);
        }
    }

    // Each month's cell says what its file proves, and whose word it is; the two that came without a day say so.
    private static IEnumerable<string> Expected(string language)
    {
        var isFrench = language == "fr";
        foreach (var month in FirstYearDesk.AllMonths())
        {
            var name = month.ToString("MMMM yyyy", CultureInfo.GetCultureInfo(isFrench ? "fr-FR" : "en-GB"));
            var ours = isFrench ? "à l’heure, saisi par nous seuls" : "on time, typed in by us only";
            var proven = isFrench ? "à l’heure, avec preuve" : "on time, with proof";
            var undated = isFrench ? "fait, date inconnue" : "done, date unknown";
            yield return $"{(isFrench ? "Pièces du mois déposées" : "Documents of the month deposited")}, {name}: {(month.Month == FirstYearDesk.Undated ? undated : ours)}";
            yield return $"{(isFrench ? "Situation mensuelle remise" : "Monthly statement delivered")}, {name}: {(month.Month != FirstYearDesk.LateStatement ? ours : isFrench ? "hors délai, selon votre saisie" : "late, as you typed it")}";
            yield return $"{(isFrench ? "TVA déposée" : "VAT return filed")}, {name}: {ours}";
            yield return $"{(isFrench ? "Bulletins et fichier de virement remis" : "Payslips and transfer file delivered")}, {name}: {proven}";
            yield return $"{(isFrench ? "DSN mensuelle acceptée" : "Monthly payroll return (DSN) accepted")}, {name}: {(month.Month != FirstYearDesk.LateCertificate ? proven : isFrench ? "hors délai, retard à attribuer" : "late, delay still to be attributed")}";
            if (month.Month == FirstYearDesk.Months)
            {
                // Here by its arrival alone, and up to the month of its last entry.
                yield return $"{(isFrench ? "FEC provisoire remis" : "Provisional accounting file (FEC) delivered")}, {name}: {undated}";
                yield return $"{(isFrench ? "Banque saisie et rapprochée" : "Bank entered and reconciled")}, {name}: {undated}";
            }
        }
    }

    // The sentences above the grid count what its cells show, both sides together.
    private static async Task SumsAgreeAsync(Visitor visitor, List<GridCell> cells, string language)
    {
        var text = (await visitor.Page.Locator("main").InnerTextAsync()).Replace('\u00a0', ' ').Replace('\u202f', ' ');
        var (known, onTime, proven) = (0, 0, 0);
        foreach (Match sum in (language == "fr" ? FrenchSum() : EnglishSum()).Matches(text))
        {
            known += Number(sum, "known");
            onTime += Number(sum, "met");
            proven += Number(sum, "proven");
        }

        (known, onTime, proven).ShouldBe(
            (cells.Count(cell => !cell.IsStillEmpty), cells.Count(cell => cell.State.StartsWith("à l’heure", StringComparison.Ordinal) || cell.State.StartsWith("on time", StringComparison.Ordinal)),
            cells.Count(cell => cell.State.EndsWith("avec preuve", StringComparison.Ordinal) || cell.State.EndsWith("with proof", StringComparison.Ordinal))), text);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    // Of another company's paper no cell speaks; the list says whose it is.
    private static async Task OthersCertificateStandsNowhereAsync(Newcomer newcomer, string language)
    {
        await newcomer.Visitor.OpenAsync(new Uri(newcomer.Visitor.Page.Url).AbsolutePath.Replace("/due-dates", "/evidence?q=erreur", StringComparison.Ordinal));
        var text = await newcomer.Visitor.Page.Locator("main tbody").InnerTextAsync();
        text.ShouldContain("certificat-recu-par-erreur.pdf");
        text.ShouldContain("552");
        text.ShouldContain(language == "fr" ? "autre entreprise" : "another company");
    }

    private static Task<string[]> CellsAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a.pu-grid-cell')].map(cell => cell.cloneNode(true)).map(cell => { cell.querySelectorAll('.pu-mark').forEach(mark => mark.remove()); return cell.textContent.trim().replace(/\\s+/g, ' '); })");

    [GeneratedRegex(@"Renseignée?s? : (?<known>\d+) échéances? sur \d+\. À l’heure : (?<met>\d+) sur \d+, dont (?<proven>\d+) avec preuve", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FrenchSum();

    [GeneratedRegex(@"(?<known>\d+) .*? of \d+\. On time: (?<met>\d+) of \d+, (?<proven>\d+) .*?proof", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex EnglishSum();

    /// <summary>What a cell of the grid says to whoever does not see its drawing.</summary>
    private sealed partial record GridCell(string Of, string State)
    {
        public bool IsStillEmpty => State is "pas encore de preuve" or "pas encore échu" or "à échoir bientôt" or "no proof yet" or "not due yet" or "due soon";

        public static GridCell Read(string text)
        {
            var said = Said().Match(text.Replace('\u00a0', ' ').Replace('\u202f', ' '));
            said.Success.ShouldBeTrue(text);
            return new(said.Groups["of"].Value, said.Groups["state"].Value);
        }

        public override string ToString() => $"{Of}: {State}";

        [GeneratedRegex(@"^(?<of>.+), (?:échéance|due) [\d/]+ ?: (?<state>.+)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
        private static partial Regex Said();
    }
}
