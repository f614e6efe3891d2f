using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Checks.AccountingFiles;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;
using Pupitre.Product.Tests.Service;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.AccountingFiles;

public sealed class AccountingFileTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Name = "000417220FEC20251231.txt";
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_dropped_file_is_opened_and_its_report_begins_with_the_verdict()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, (Name, Books.Year().Bytes()));

        browser.Path.ShouldStartWith($"/{company.Slug}/accounting-files/");
        browser.Text.ShouldContain("La structure est conforme à ce que demande l’administration.");
        browser.Text.ShouldContain("La banque est saisie jusqu’au 30/12/2025.");
        browser.Page.QuerySelectorAll("h1").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("%PDF-1.7 rien", "est un PDF, quoi que dise son nom")]
    [InlineData("", "est vide (0\u00a0octet)")]
    [InlineData("a;b\n1;2\n3;4\n", "sans les colonnes d’un fichier comptable")]
    public async Task What_is_no_accounting_file_is_not_opened_as_one_and_the_page_says_what_it_is(string content, string words)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, ("compta.txt", Encoding.UTF8.GetBytes(content)));

        (await FilesAsync(company)).ShouldBeEmpty();
        browser.Path.ShouldStartWith($"/{company.Slug}/deliverables");
        browser.Page.Body!.TextContent.ShouldContain(words);
    }

    [Fact]
    public async Task An_archive_named_as_an_accounting_file_says_so_from_wherever_it_is_dropped()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var archive = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(archive, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("vide.txt");
        }

        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/evidence");
        await browser.DropAsync("file-drop form", [(Name, archive.ToArray())]);

        browser.Text.ShouldContain("est une archive");
        (await FilesAsync(company)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_without_a_line_says_nothing_of_books_that_it_does_not_hold()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, (Name, Books.Months(0).Bytes()));

        browser.Text.ShouldContain("n’a que son en-tête");
        browser.Page.QuerySelector("#up-to-date, #figures, #plots").ShouldBeNull();
        browser.Text.ShouldNotContain("rien trouvé à demander");
        await DropAgainAsync(browser, company, (Name, Books.Months(3).Bytes()));
        browser.Page.QuerySelector("#changes").ShouldBeNull("It was held against a file that holds no line.");
    }

    [Fact]
    public async Task An_answer_stands_when_the_file_is_checked_again()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, (Name, Books.Year().Bytes()));
        var file = browser.Path;
        await browser.OpenAsync(file + "/answer");
        await browser.SendAsync("form:has(textarea)", ("Input.Choice", "accept"));

        await browser.SendAsync("form[action$='/checks']");
        await WaitAsync(browser, company, file, checks: 2);

        (await FilesAsync(company)).ShouldHaveSingleItem().State.ShouldBe(AccountingFileState.Accepted);
        browser.Text.ShouldContain("Cette réponse porte sur un contrôle précédent");
    }

    [Fact]
    public async Task Questions_are_ready_and_not_sent_until_somebody_says_so_and_the_mail_is_whole()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, (Name, Books.Year().Bytes()));
        var file = browser.Path;
        await browser.OpenAsync(file + "/answer");

        await browser.SendAsync("form:has(textarea)", ("Input.Choice", "return"), ("Input.To", "contact@cabinet.fr"));

        browser.Text.ShouldContain("Questions prêtes, pas encore envoyées");
        browser.Text.ShouldContain("Prêt, pas encore envoyé.");
        browser.Text.ShouldNotContain("Renvoyé avec des questions");
        (await browser.OpenAsync($"/{company.Slug}/deliverables")).Text.ShouldContain("Questions rédigées");
        await browser.OpenAsync(file);
        using var answer = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, browser.Page.QuerySelector("a[href$='letter.eml']")!.GetAttribute("href")));
        var mail = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        mail.ShouldContain("To: contact@cabinet.fr");
        mail.ShouldContain("From: " + company.Email);
        await browser.SendAsync("form[action$='/sent-by-hand']", ("on", "2026-11-26"));
        browser.Text.ShouldContain("Renvoyé avec des questions");
        browser.Text.ShouldContain("Envoyé par nos soins le jeudi 26 novembre 2026, selon votre saisie.");
    }

    [Fact]
    public async Task An_upload_sent_by_a_script_is_told_where_it_leads()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/deliverables");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(browser.Page.QuerySelector("file-drop [name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Books.Year().Bytes()), "files", Name },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/{company.Slug}/evidence/files", UriKind.Relative)) { Content = form };
        request.Headers.Add("X-Pupitre-Upload", "1");

        using var answer = await browser.RawAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        answer.Headers.Location!.ToString().ShouldStartWith($"/{company.Slug}/accounting-files/");
    }

    [Fact]
    public async Task The_same_file_again_leads_to_its_report_and_is_not_opened_twice()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, (Name, Books.Year().Bytes()));
        var first = browser.Path;

        await DropAgainAsync(browser, company, ("copie.txt", Books.Year().Bytes()));

        browser.Path.ShouldBe(first);
        (await FilesAsync(company)).ShouldHaveSingleItem().Checks.ShouldBe(1);
    }

    [Fact]
    public async Task An_address_that_is_too_long_is_refused_and_nothing_typed_is_lost()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, (Name, Books.Year().Bytes()));
        await browser.OpenAsync(browser.Path + "/answer");

        await browser.SendAsync("form:has(textarea)", ("Input.To", new string('a', 300) + "@exemple.example"), ("Input.Body", "Nos questions"));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Page.QuerySelector("textarea")!.TextContent.ShouldContain("Nos questions");
        (await InsideAsync(company, db => db.Set<AccountingFileAnswer>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task An_unbalanced_entry_is_shown_with_its_lines()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, (Name, Books.Year().Replacing("120,00\t0,00", "125,00\t0,00").Bytes()));

        browser.Text.ShouldContain("bloquants : 1");
        await browser.OpenAsync(browser.Page.QuerySelector("a[href*='/findings/FEC-02/']")!.GetAttribute("href")!);

        browser.Status.ShouldBe(HttpStatusCode.OK);
        var entry = browser.Page.QuerySelector("main details.pu-disclosure")!;
        entry.HasAttribute("open").ShouldBeTrue();
        entry.QuerySelector("summary")!.TextContent.ShouldContain("AC00001");
        entry.QuerySelector("summary")!.TextContent.ShouldNotContain("concernée");
        entry.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Two_files_say_what_was_entered_between_their_receptions()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, (Name, Books.Months(3).Bytes()));
        await DropAgainAsync(browser, company, (Name, Books.Months(5).Bytes()));

        browser.Text.ShouldContain("Écritures ajoutées : 4 ; modifiées : 0 ; supprimées : 0.");
        await browser.OpenAsync(browser.Path + "/changes");
        browser.Text.ShouldContain("AC00005");
        browser.Text.ShouldNotContain("AC00003");
    }

    [Fact]
    public async Task A_changed_entry_is_shown_before_and_after_and_a_vanished_one_is_named_in_page_and_letter()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, (Name, Books.Months(5).Bytes()));
        await DropAgainAsync(browser, company, (Name, Books.Months(4).Replacing("120,00\t0,00", "220,00\t0,00").Replacing("0,00\t120,00", "0,00\t220,00").Bytes()));
        var file = browser.Path;

        browser.Text.ShouldContain("120,00 € devenus 220,00 €");
        browser.Text.ShouldContain("AC00005 du ");
        await browser.OpenAsync(file + "/changes?kind=Changed");
        var row = browser.Page.QuerySelectorAll("tbody tr").First(line => line.TextContent.Contains("120,00", StringComparison.Ordinal));
        row.TextContent.ShouldContain("220,00");
        row.TextContent.ShouldContain("100,00");
        await browser.OpenAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        browser.Page.QuerySelectorAll("main .pu-badge").Select(badge => badge.TextContent.Trim()).Distinct().ShouldBe(["n’y est plus", "nouvelle"]);
        (await browser.OpenAsync(file + "/changes/entry?journal=AC&number=nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
        await browser.OpenAsync(file + "/answer");
        var letter = browser.Page.QuerySelector("textarea")!.TextContent;
        letter.ShouldContain("devenus 220,00");
        letter.ShouldContain("AC00005 du ");
        letter.ShouldNotContain("FEC-");
        await browser.SendAsync("form:has(textarea)", ("Input.To", "cabinet@exemple.example"));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(browser.Page.QuerySelector("a[href$='letter.pdf']")!.GetAttribute("href")!, UriKind.RelativeOrAbsolute));
        using var answer = await browser.RawAsync(request);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        pdf.GetPage(1).Text.ShouldContain("26 novembre 2026");
        pdf.GetPage(1).Text.ShouldContain("cabinet@exemple.example");
    }

    [Fact]
    public async Task The_same_controls_show_what_became_of_each_finding_from_file_to_file()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, (Name, Books.Months(3).Replacing("120,00\t0,00", "125,00\t0,00").Bytes()));
        await DropAgainAsync(browser, company, (Name, Books.Months(4).Replacing("120,00\t0,00", "125,00\t0,00").Bytes()));
        await DropAgainAsync(browser, company, (Name, Books.Months(5).Bytes()));

        await browser.OpenAsync(browser.Page.QuerySelector("a[href$='/over-time']")!.GetAttribute("href")!);

        var cells = browser.Page.QuerySelectorAll("tr").Single(row => row.TextContent.Contains("FEC-02", StringComparison.Ordinal)).QuerySelectorAll("td");
        cells.Length.ShouldBe(3);
        cells[0].TextContent.ShouldContain("5,00");
        cells[1].TextContent.ShouldContain("toujours là");
        cells[2].TextContent.Trim().ShouldBe("réglé");
        browser.Text.ShouldContain("3 fichiers contrôlés.");
    }

    [Fact]
    public async Task An_answer_leaves_once_and_is_kept_with_its_letter()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, (Name, Books.Year().Replacing("120,00\t0,00", "125,00\t0,00").Bytes()));
        var file = browser.Path;
        var to = company.Slug + "@cabinet.example"; // the outbox is everybody's
        await browser.OpenAsync(file + "/answer");
        browser.Page.QuerySelector("textarea")!.TextContent.ShouldContain("débit n’égale pas le crédit");

        var form = browser.Page;
        await browser.SendAsync("form:has(textarea)", ("Input.To", to));

        browser.Text.ShouldContain("Questions prêtes, pas encore envoyées");
        await browser.SendAsync("form[action$='/sent-by-hand']", ("on", "2026-11-26"));
        browser.Text.ShouldContain("Renvoyé avec des questions");
        (await InsideAsync(company, db => db.Set<OutgoingMail>().CountAsync(mail => mail.To == to))).ShouldBe(1);
        (await InsideAsync(company, db => db.Set<AccountingFileAnswer>().CountAsync())).ShouldBe(1);
        form.QuerySelector("[name='Input.Id']").ShouldNotBeNull();
        foreach (var format in new[] { "pdf", "docx", "eml" })
        {
            var address = browser.Page.QuerySelector($"a[href$='letter.{format}']")!.GetAttribute("href")!;
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.RelativeOrAbsolute));
            using var letter = await browser.RawAsync(request);
            letter.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await letter.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ShouldBeGreaterThan(100);
        }
    }

    [Fact]
    public async Task Typed_figures_are_held_against_the_file()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, (Name, Books.Year().Bytes()));
        var file = browser.Path;
        await browser.OpenAsync(file + "/filed-figures");

        await browser.SendAsync("main form[method=post]", ("Input.Result", "1"), ("Input.Turnover", "0"), ("Input.TotalAssets", "0"), ("Input.Equity", "1"), ("Input.Cash", "0"));
        await WaitAsync(browser, company, file, checks: 2);

        browser.Text.ShouldContain("FEC-15");
    }

    [Fact]
    public async Task The_month_whose_last_bank_day_is_entered_is_offered_to_the_grid()
    {
        var company = await pupitre.HaveCompanyAsync();
        var now = pupitre.Clock.Now;

        // Handed over in the spring of which the books speak: work is owed from some months before that day, and not earlier.
        pupitre.Clock.Now = Instant.FromUtc(2025, 4, 10, 8, 0);
        await pupitre.InsideAsync(company, async services =>
        {
            await new ServiceBuilder(services).HandOverAsync(Tile.Accounting, "Cabinet Martin", 8, 13);
            return true;
        });
        pupitre.Clock.Now = now;
        using var browser = await DropAsync(company, (Name, Books.Months(3).Bytes()));

        var offered = await InsideAsync(company, db => db.Set<CellProposal>().AsNoTracking().ToListAsync());

        offered.ShouldContain(proposal => proposal.OccurrenceKey == "2025-03" && proposal.AttestedBy == SourceClass.Observed && proposal.Reason.ToString().Contains("31/03/2025", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_company_sees_nothing_of_it()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var owner = await DropAsync(company, (Name, Books.Year().Bytes()));
        using var stranger = await pupitre.Browser().SignInAsync(await pupitre.HaveCompanyAsync());

        foreach (var page in new[] { "", "/changes", "/accounts", "/report.pdf", "/accounts.export.csv" })
        {
            await stranger.OpenAsync(owner.Path + page);
            stranger.Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private async Task<TestBrowser> DropAsync(TestCompany company, (string Name, byte[] Content) file)
    {
        var browser = await pupitre.Browser().SignInAsync(company);
        await DropAgainAsync(browser, company, file);
        return browser;
    }

    private async Task DropAgainAsync(TestBrowser browser, TestCompany company, (string Name, byte[] Content) file)
    {
        pupitre.Clock.Advance(Duration.FromMinutes(1));
        await browser.OpenAsync($"/{company.Slug}/deliverables");
        await browser.DropAsync("file-drop form", [file]);
        if (browser.Path.Contains("/accounting-files/", StringComparison.Ordinal))
        {
            await WaitAsync(browser, company, browser.Path, checks: 1);
        }
    }

    private async Task WaitAsync(TestBrowser browser, TestCompany company, string path, int checks)
    {
        var id = Guid.Parse(path.Split('/')[^1]);
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        while (true)
        {
            var file = (await FilesAsync(company)).Single(row => row.Id == id);
            if (file.State != AccountingFileState.Checking && file.Checks >= checks)
            {
                break;
            }

            System.Diagnostics.Stopwatch.GetElapsedTime(started).ShouldBeLessThan(_patience, "The check takes too long.");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        await browser.OpenAsync(path);
    }

    private Task<List<AccountingFile>> FilesAsync(TestCompany company) => InsideAsync(company, db => db.Set<AccountingFile>().AsNoTracking().ToListAsync());

    private Task<T> InsideAsync<T>(TestCompany company, Func<Db, Task<T>> ask) => pupitre.InsideAsync(company, services => ask(services.GetRequiredService<Db>()));

    /// <summary>Small books of one year: a purchase and its payment each month.</summary>
    private sealed record Books(string Text)
    {
        private const string Header = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\r\n";

        public static Books Year() => Months(12);

        public static Books Months(int count)
        {
            var text = new StringBuilder(Header);
            for (var month = 1; month <= count; month++)
            {
                var (bought, paid) = (new DateOnly(2025, month, 5), new LocalDate(2025, month, 1).With(DateAdjusters.EndOfMonth).ToDateOnly());
                paid = paid.AddDays(paid.DayOfWeek switch { DayOfWeek.Saturday => -1, DayOfWeek.Sunday => -2, _ => 0 });
                paid = month == 12 ? new DateOnly(2025, 12, 30) : paid;
                Entry(text, "AC", "Achats", month, bought, [("606300", "Petit équipement", 120, 0), ("401000", "Fournisseurs", 0, 120)]);
                Entry(text, "BQ", "Banque", month, paid, [("401000", "Fournisseurs", 120, 0), ("512000", "Banque", 0, 120)]);
            }

            return new Books(text.ToString());
        }

        public Books Replacing(string old, string put)
        {
            var at = Text.IndexOf(old, StringComparison.Ordinal);
            return new Books(Text[..at] + put + Text[(at + old.Length)..]);
        }

        public byte[] Bytes() => Encoding.UTF8.GetBytes(Text);

        private static void Entry(StringBuilder text, string journal, string name, int number, DateOnly day, IEnumerable<(string Account, string Name, int Debit, int Credit)> lines)
        {
            foreach (var line in lines)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{journal}\t{name}\t{journal}{number:00000}\t{day:yyyyMMdd}\t{line.Account}\t{line.Name}\t\t\tP{number:000}\t{day:yyyyMMdd}\tÉcriture {number}\t{line.Debit},00\t{line.Credit},00\t\t\t20260110\t\t\r\n");
            }
        }
    }
}
