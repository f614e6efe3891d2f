using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Hashing;
using Pupitre.Notices.Deposits;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Mail;
using Pupitre.Platform.People;
using Pupitre.Product.Tests.Sourcing;
using Pupitre.Sourcing.Providers;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Service;

/// <summary>
/// A provider's person hands files over by a link, without an account: what came is seen here, receipted, and placed by us alone.
/// </summary>
public sealed class DepositTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "file-drop form";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_handed_over_is_receipted_with_its_hash_and_waits_for_us_to_place_it()
    {
        var world = await HaveAsync();
        using var owner = await pupitre.Browser().SignInAsync(world.Company);
        var link = await MakeAsync(owner, world);
        using var clerk = pupitre.Browser();
        await clerk.OpenAsync(link);
        clerk.Text.ShouldContain("Ce qu’attend ");
        clerk.Text.ShouldContain("Lien personnel de Léa Petit, Cabinet Martin, valable jusqu’au 26/11/2027");
        var (due, content) = (clerk.Page.QuerySelectorAll("[name=cell] option")[1].GetAttribute("value")!, "bulletins de novembre");

        await clerk.DropAsync(Form, [("../../bulletins.txt", Encoding.UTF8.GetBytes(content))], ("cell", due), ("word", "Le reste suit."));

        var hash = Sha256Hex.Of(content);
        clerk.Text.ShouldContain("1 fichier reçu le 26/11/2026 10:30. L’accusé de réception part aussi à lea@cabinet.fr");
        clerk.Text.ShouldContain(hash);
        clerk.Text.ShouldContain("fichier reçu le 26/11/2026 10:30, à vérifier par l’entreprise");
        var receipt = (await MailsAsync(world, "accusé de réception")).ShouldHaveSingleItem();
        receipt.To.ShouldBe("lea@cabinet.fr");
        receipt.Body.ShouldContain(hash);
        receipt.Body.ShouldContain("Le reste suit.");
        (await ProofsAsync(world)).ShouldBeEmpty("Whoever hands over says what it is; somebody here says whether it is that.");

        (await owner.OpenAsync($"/{world.Company.Slug}/history")).Text.ShouldContain("« bulletins.txt »");
        owner.Text.ShouldContain("déposé par lien par Léa Petit");
        await owner.OpenAsync($"/{world.Company.Slug}/deposits");
        owner.Text.ShouldContain("Le reste suit.");
        await owner.OpenAsync(owner.Page.QuerySelector("tbody a[href*='/evidence/files/']")!.GetAttribute("href")!);
        await owner.SendAsync("form[action$='/proposals/acceptance']");
        var proof = (await ProofsAsync(world)).ShouldHaveSingleItem();
        (proof.AttestedBy, proof.Moment).ShouldBe((SourceClass.Observed, ProofMoment.NoLaterThan(TestClock.Start)));
    }

    [Fact]
    public async Task A_link_that_opens_nothing_says_why_and_tells_nothing_of_the_company()
    {
        var world = await HaveAsync();
        using var owner = await pupitre.Browser().SignInAsync(world.Company);
        var link = await MakeAsync(owner, world);
        (await owner.OpenAsync(link)).Text.ShouldContain("Ce lien est personnel, et vous êtes connecté sous un autre nom");
        TellsNothing(owner, world);
        using var clerk = pupitre.Browser();
        await clerk.OpenAsync(link);
        (await OpenAsync(clerk, "/deposit?token=inconnu")).ShouldContain("incomplet ou inconnu");

        // Renewed: the old address ceases, the page that was open says so, and keeps nothing.
        await clerk.OpenAsync(link);
        await owner.OpenAsync($"/{world.Company.Slug}/contracts/{world.Contract}");
        await owner.OpenAsync(owner.Page.QuerySelector("a[href*='/deposit-link?link=']")!.GetAttribute("href")!);
        await owner.SendAsync("main form[method=post]", ("Input.Until", "2026-12-24"));
        var renewed = LinkOf(owner);
        await clerk.DropAsync(Form, [("note.txt", "bonjour"u8.ToArray())]);
        clerk.Text.ShouldContain("a été révoqué ou remplacé");
        TellsNothing(clerk, world);
        (await FilesAsync(world)).ShouldBe(0);
        (await OpenAsync(clerk, renewed)).ShouldContain("valable jusqu’au 24/12/2026");

        await AtAsync(Instant.FromUtc(2026, 12, 24, 23, 1), async () => (await OpenAsync(clerk, renewed)).ShouldContain("a expiré"));
        TellsNothing(clerk, world);
        await owner.OpenAsync($"/{world.Company.Slug}/contracts/{world.Contract}");
        await owner.SendAsync("form[action$='/withdrawal'][action*='/deposit-links/']");
        (await OpenAsync(clerk, renewed)).ShouldContain("a été révoqué ou remplacé");
        (await owner.OpenAsync($"/{world.Company.Slug}/providers/{world.Provider}")).Text.ShouldContain("révoqué");
    }

    [Fact]
    public async Task Of_a_contract_that_is_over_nothing_is_made_and_a_day_past_its_end_is_refused()
    {
        var company = await pupitre.HaveCompanyAsync();
        var over = await pupitre.HavePayrollHandedOverAsync(company);
        await ContactAsync(company, over.Provider);
        using var owner = await pupitre.Browser().SignInAsync(company);
        var path = $"/{company.Slug}/contracts/{over.Contract}/deposit-link";
        await EndsAsync(company, over.Contract, new DateOnly(2026, 1, 1));
        (await owner.OpenAsync(path)).Text.ShouldContain("Ce contrat est terminé ou archivé");
        await EndsAsync(company, over.Contract, new DateOnly(2026, 10, 1));

        await owner.OpenAsync(path);
        owner.Page.QuerySelector("[name='Input.Until']")!.GetAttribute("value").ShouldBe("2026-12-29");
        await owner.SendAsync("main form[method=post]", ("Input.Until", "2026-12-30"));
        owner.Text.ShouldContain("un lien va jusqu’au mardi 29 décembre 2026 au plus tard");
        await owner.SendAsync("main form[method=post]", ("Input.Until", "2026-12-29"));
        var link = LinkOf(owner);
        using var clerk = pupitre.Browser();
        (await OpenAsync(clerk, link)).ShouldContain("Vos fichiers");
        await EndsAsync(company, over.Contract, new DateOnly(2026, 1, 1));

        (await OpenAsync(clerk, link)).ShouldContain("Le contrat de ce lien est terminé");
        clerk.Text.ShouldNotContain("Mission sociale");
    }

    [Fact]
    public async Task What_is_too_much_stops_and_what_had_come_before_is_receipted()
    {
        var world = await HaveAsync();
        using var owner = await pupitre.Browser().SignInAsync(world.Company);
        using var clerk = pupitre.Browser();
        var link = await MakeAsync(owner, world);
        await clerk.OpenAsync(link);

        var files = Enumerable.Range(0, TakeDeposit.MaxFiles + 1).Select(number => ($"{number}.txt", Bytes(world, number)));
        await clerk.DropAsync(Form, files);

        clerk.Text.ShouldContain($"Seuls {TakeDeposit.MaxFiles} fichiers sont arrivés");
        (await FilesAsync(world)).ShouldBe(TakeDeposit.MaxFiles);
        (await MailsAsync(world, $"{TakeDeposit.MaxFiles} fichiers")).ShouldHaveSingleItem();

        // The line breaks within the second file: the first is here, of the second nothing.
        using var broken = await SendBrokenAsync(clerk, world);
        broken.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await FilesAsync(world)).ShouldBe(TakeDeposit.MaxFiles + 1);
        (await MailsAsync(world, "1 fichier")).ShouldHaveSingleItem();

        await FillAsync(world);
        await clerk.OpenAsync(link);
        await clerk.DropAsync(Form, [("encore.txt", "encore"u8.ToArray())]);
        clerk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        clerk.Text.ShouldContain("Ce lien a déjà apporté en 24 heures tout ce qu’il peut");
    }

    [Fact]
    public async Task What_they_wrote_is_their_word_and_is_proposed_for_nothing_but_their_contract()
    {
        var world = await HaveAsync();
        using var owner = await pupitre.Browser().SignInAsync(world.Company);
        using var clerk = pupitre.Browser();
        await clerk.OpenAsync(await MakeAsync(owner, world));
        var mail = $"""
            Received: from out.example by mail.{world.Company.Slug}.example; Wed, 4 Nov 2026 09:00:00 +0100
            From: {world.Company.Email}
            To: compta@example.org
            Date: Wed, 4 Nov 2026 09:00:00 +0100
            Subject: Bulletins de paie octobre 2026
            Message-ID: <forged@{world.Company.Slug}>

            Bulletins de paie d'octobre 2026.
            """;

        await clerk.DropAsync(Form, [("bulletins.eml", Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n")))]);

        var file = await pupitre.InsideAsync(world.Company, services =>
            services.GetRequiredService<Db>().Set<EvidenceFile>().AsNoTracking().SingleAsync(Token));
        (file.ReceiptAt, file.AttestedBy == SourceClass.Company, file.DroppedBy).ShouldBe((null, false, null));
        await clerk.DropAsync(Form, [("note.txt", "autre"u8.ToArray())], ("cell", $"{Guid.CreateVersion7()}/2026-11"));
        clerk.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<World> HaveAsync()
    {
        var company = await pupitre.HaveCompanyAsync();
        var (provider, contract) = await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(Tile.Payroll, "Cabinet Martin", ServiceBuilder.PayslipsTemplate);
            var commitment = await builder.CommitmentAsync(ServiceBuilder.PayslipsTemplate);
            return (commitment.ProviderId!.Value, commitment.ContractId!.Value);
        });
        await ContactAsync(company, provider);
        return new World(company, provider, contract);
    }

    private Task<Guid> ContactAsync(TestCompany company, Guid provider) => pupitre.InsideAsync(company, async services =>
    {
        var person = await services.GetRequiredService<NamePerson>().KeepAsync(
            new PersonInput
            {
                Name = "Léa Petit",
                Email = "lea@cabinet.fr",
                SideKey = PersonInput.KeyOf(new SubjectRef(Provider.Kind, provider)),
            },
            Token);
        await services.GetRequiredService<Db>().SaveChangesAsync(Token);
        return person.Id;
    });

    private static async Task<string> MakeAsync(TestBrowser owner, World world)
    {
        await owner.OpenAsync($"/{world.Company.Slug}/contracts/{world.Contract}");
        await owner.OpenAsync(owner.Page.QuerySelector("a[href$='/deposit-link']")!.GetAttribute("href")!);
        await owner.SendAsync("main form[method=post]");
        return LinkOf(owner);
    }

    private static string LinkOf(TestBrowser browser) =>
        Regex.Match(browser.Text, @"/deposit\?token=[0-9a-f]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;

    private static async Task<string> OpenAsync(TestBrowser browser, string path) => (await browser.OpenAsync(path)).Text;

    private static void TellsNothing(TestBrowser browser, World world)
    {
        browser.Text.ShouldNotContain("Cabinet Martin");
        browser.Text.ShouldNotContain("Paie");
        browser.Page.QuerySelector(Form).ShouldBeNull();
        browser.Text.ShouldNotContain(world.Company.Slug);
    }

    private static byte[] Bytes(World world, int number) => Encoding.UTF8.GetBytes($"{number} {world.Contract}");

    private static Task<HttpResponseMessage> SendBrokenAsync(TestBrowser clerk, World world)
    {
        var form = clerk.Page.QuerySelector(Form)!;
        var body = new StringBuilder();
        foreach (var name in new[] { "__RequestVerificationToken", "token" })
        {
            var value = form.QuerySelector($"[name={name}]")!.GetAttribute("value");
            body.Append($"--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }

        body.Append($"--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"un.txt\"\r\n\r\nun {world.Contract}\r\n");
        body.Append("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"deux.txt\"\r\n\r\ndeux, et puis pl");
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToString()));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        return clerk.RawAsync(new HttpRequestMessage(HttpMethod.Post, "/deposit/files") { Content = content });
    }

    private Task<int> EndsAsync(TestCompany company, Guid contract, DateOnly first) => pupitre.InsideAsync(company, services =>
        services.GetRequiredService<Db>().Set<Pupitre.Sourcing.Contracts.Contract>().Where(row => row.Id == contract)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Months, (int?)null).SetProperty(row => row.End, (DateOnly?)first)
                    .SetProperty(row => row.Renewal, Kernel.Time.Renewal.None), Token));

    private Task<int> FillAsync(World world) => pupitre.InsideAsync(world.Company, async services =>
    {
        var db = services.GetRequiredService<Db>();
        var (deposit, file) = (await db.Set<Deposit>().FirstAsync(Token), await db.Set<EvidenceFile>().FirstAsync(Token));
        db.AddRange(Enumerable.Range(0, TakeDeposit.MaxFilesADay).Select(_ => DepositedFile.Of(deposit, file, "x", TestClock.Start)));
        return await db.SaveChangesAsync(Token);
    });

    private async Task AtAsync(Instant now, Func<Task> act)
    {
        pupitre.Clock.Now = now;
        try
        {
            await act();
        }
        finally
        {
            pupitre.Clock.Now = TestClock.Start;
        }
    }

    private Task<int> FilesAsync(World world) => pupitre.InsideAsync(world.Company, services =>
        services.GetRequiredService<Db>().Set<EvidenceFile>().CountAsync(Token));

    private Task<List<OccurrenceProof>> ProofsAsync(World world) => pupitre.InsideAsync(world.Company, services =>
        services.GetRequiredService<Db>().Set<OccurrenceProof>().AsNoTracking().ToListAsync(Token));

    private Task<List<OutgoingMail>> MailsAsync(World world, string about) => pupitre.InsideAsync(world.Company, services =>
        services.GetRequiredService<Db>().Set<OutgoingMail>().AsNoTracking()
            .Where(mail => mail.CompanyId == world.Company.Id && mail.Subject.Contains(about)).ToListAsync(Token));

    private sealed record World(TestCompany Company, Guid Provider, Guid Contract);
}
