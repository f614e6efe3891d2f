using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Intake.Files;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Recurring;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Tables;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>The same content from several senders at once: nobody takes away what another one was told is kept, and it counts once.</summary>
public sealed class SameContentTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const int AtOnce = 16;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sender_who_breaks_off_takes_nothing_from_another_one(bool breaksOffFirst)
    {
        var company = await pupitre.HaveCompanyAsync();
        var content = Text("un certificat");
        var broken = await EnterAsync(company);
        await SaveAsync(broken, content);
        if (breaksOffFirst)
        {
            await broken.DisposeAsync();
        }

        var kept = await ReceiveAsync(company, content, "certificat.txt");
        if (!breaksOffFirst)
        {
            await broken.DisposeAsync();
        }

        (await ReadAsync(company, kept.Id)).ShouldBe(content);
    }

    [Fact]
    public async Task A_proof_without_content_leaves_what_another_sender_is_just_bringing()
    {
        var company = await pupitre.HaveCompanyAsync();
        var content = Text("un contrat signé");
        await using var sender = await EnterAsync(company);
        var stored = await SaveAsync(sender, content);

        (await ReceiveAsync(company, content, "preuve.txt", keepContent: false)).IsKnown.ShouldBeFalse();
        await sender.ServiceProvider.GetRequiredService<Db>().SaveChangesAsync(TestContext.Current.CancellationToken);

        File.Exists(PathOf(company, stored.Hash)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_proof_without_content_leaves_none_behind_not_even_of_what_was_inside()
    {
        var company = await pupitre.HaveCompanyAsync();

        await ReceiveAsync(company, Mail(1, "bulletin de paie"), "message.eml", keepContent: false);

        Contents(company).ShouldBeEmpty();
        (await FilesAsync(company)).ShouldAllBe(file => !file.ContentKept);
    }

    [Fact]
    public async Task Of_two_proofs_without_content_at_once_the_last_takes_the_content_away()
    {
        var company = await pupitre.HaveCompanyAsync();
        var content = Text("un bulletin");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReceiveAsync(company, content, "bulletin.txt", keepContent: false)));

        Contents(company).ShouldBeEmpty();
        (await FilesAsync(company)).ShouldHaveSingleItem().ContentKept.ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_file_sent_many_times_at_once_is_one_file()
    {
        var company = await pupitre.HaveCompanyAsync();
        var content = Text("le même fichier");

        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(i => ReceiveAsync(company, content, $"envoi-{i}.txt")));

        var file = (await FilesAsync(company)).ShouldHaveSingleItem();
        answers.ShouldAllBe(answer => answer.Id == file.Id);
        answers.Count(answer => !answer.IsKnown).ShouldBe(1);
        (await ReadAsync(company, file.Id)).ShouldBe(content);
        (await LinesAsync(company, "EvidenceReceived")).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_attachment_of_many_mails_at_once_is_one_file()
    {
        var company = await pupitre.HaveCompanyAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(i => ReceiveAsync(company, Mail(i, "la pièce"), $"message-{i}.eml")));

        answers.ShouldAllBe(answer => !answer.IsKnown);
        var files = await FilesAsync(company);
        files.Count.ShouldBe(AtOnce + 1);
        files.Count(file => file.ParentId is not null).ShouldBe(1);
        (await LinesAsync(company, "EvidenceReceived")).ShouldBe(AtOnce);
    }

    [Fact]
    public async Task The_same_import_asked_for_many_times_at_once_is_one_import_into_one_source()
    {
        var company = await pupitre.HaveCompanyAsync();
        var file = await ReceiveAsync(company, Text("Dossier;Étape;Quand\nT1;Reçue;05/01/2026 09:30\n"), "tickets.csv");
        var mapping = new TableMapping { Shape = TableShape.Event, Columns = ["Dossier", "Étape", "Quand"], Case = "Dossier", Activity = "Étape", Time = "Quand" };
        var request = new ImportRequest(file.Id, null, "Tickets", null, mapping, new SourceRules(SourceClass.Receipt, []), [], TakesGoodRowsOnly: true);

        var started = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TryImportAsync(company, request)));

        started.Count(isStarted => isStarted).ShouldBe(1);
        (await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<EvidenceSource>().CountAsync())).ShouldBe(1);
        var import = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Import>().AsNoTracking().SingleAsync());
        import.JobId.ShouldNotBeNull("The import knows its work from the beginning.");
    }

    [Fact]
    public async Task An_import_that_is_refused_opens_no_source()
    {
        var company = await pupitre.HaveCompanyAsync();
        var file = await ReceiveAsync(company, Text("Dossier;Étape;Quand\nT1;Reçue;05/01/2026 09:30\n"), "tickets.csv");
        var mapping = new TableMapping { Shape = TableShape.Event, Columns = ["Dossier", "Étape", "Quand"], Case = "Dossier", Activity = "Étape", Time = "Quand" };
        await TryImportAsync(company, new ImportRequest(file.Id, null, "Tickets", null, mapping, new SourceRules(SourceClass.Receipt, []), [], TakesGoodRowsOnly: true));

        (await TryImportAsync(company, new ImportRequest(file.Id, null, "Tickets", null, mapping, new SourceRules(SourceClass.Receipt, []), [], TakesGoodRowsOnly: true))).ShouldBeFalse();
        await Should.ThrowAsync<Pupitre.Platform.NotFound>(() => TryImportAsync(company, new ImportRequest(Guid.CreateVersion7(), null, "Autre", null, mapping, new SourceRules(SourceClass.Receipt, []), [], TakesGoodRowsOnly: true)));

        (await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<EvidenceSource>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_day_later_what_no_row_names_is_swept_away_and_nothing_else()
    {
        var company = await pupitre.HaveCompanyAsync();
        var kept = await ReceiveAsync(company, Text("gardé"), "garde.txt");
        string lost;
        await using (var broken = await EnterAsync(company))
        {
            lost = (await SaveAsync(broken, Text("perdu"))).Hash;
        }

        var half = Path.Combine(FolderOf(company), "envoi.part");
        await File.WriteAllTextAsync(half, "la moitié", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(half, pupitre.Clock.Now.ToDateTimeUtc());
        await SweepAsync();
        (File.Exists(PathOf(company, lost)), File.Exists(half)).ShouldBe((true, true), "Somebody may be at work with it.");

        var before = pupitre.Clock.Now;
        pupitre.Clock.Advance(Duration.FromHours(25));
        await using (var again = await EnterAsync(company))
        {
            await SweepAsync();
            (File.Exists(PathOf(company, lost)), File.Exists(half)).ShouldBe((false, false));
            var held = await SaveAsync(again, Text("en cours"));
            File.SetLastWriteTimeUtc(PathOf(company, held.Hash), before.ToDateTimeUtc() - TimeSpan.FromDays(2));
            await SweepAsync();
            File.Exists(PathOf(company, held.Hash)).ShouldBeTrue("It is being received.");
        }

        pupitre.Clock.Now = before;
        (await ReadAsync(company, kept.Id)).ShouldBe(Text("gardé"));
    }

    private async Task<bool> TryImportAsync(TestCompany company, ImportRequest request)
    {
        try
        {
            return await pupitre.InsideAsync(company, async services => await services.GetRequiredService<StartImport>().RunAsync(request, CancellationToken.None) is not null);
        }
        catch (Refused)
        {
            return false;
        }
    }

    private async Task SweepAsync()
    {
        var token = TestContext.Current.CancellationToken;
        await Rounds.EachCompanyAsync(
            pupitre.Services.GetRequiredService<IServiceScopeFactory>(),
            services => services.GetRequiredService<SweepContents>().RunAsync(token),
            token);
    }

    private async Task<AsyncServiceScope> EnterAsync(TestCompany company)
    {
        var scope = pupitre.Services.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<Db>().Companies.SingleAsync(candidate => candidate.Id == company.Id, TestContext.Current.CancellationToken);
        scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(row);
        return scope;
    }

    private static async Task<StoredFile> SaveAsync(AsyncServiceScope scope, byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await scope.ServiceProvider.GetRequiredService<FileStore>().SaveAsync(stream, "fichier.txt", null, TestContext.Current.CancellationToken);
    }

    private Task<ReceivedFile> ReceiveAsync(TestCompany company, byte[] content, string name, bool keepContent = true) => pupitre.InsideAsync(company, async services =>
    {
        using var stream = new MemoryStream(content);
        return await services.GetRequiredService<ReceiveFile>().RunAsync(stream, name, null, keepContent, null, CancellationToken.None);
    });

    private Task<byte[]> ReadAsync(TestCompany company, Guid file) => pupitre.InsideAsync(company, async services =>
    {
        var row = await services.GetRequiredService<Db>().Set<EvidenceFile>().AsNoTracking().SingleAsync(candidate => candidate.Id == file);
        row.ContentKept.ShouldBeTrue();
        await using var content = services.GetRequiredService<FileStore>().OpenRead(row.Hash);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    });

    private Task<List<EvidenceFile>> FilesAsync(TestCompany company) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<EvidenceFile>().AsNoTracking().ToListAsync());

    private Task<int> LinesAsync(TestCompany company, string verb) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().LedgerEntries.CountAsync(line => line.Verb == verb));

    private string FolderOf(TestCompany company) => Path.Combine(pupitre.Place.Folder, "files", company.Id.ToString("N"));

    private string PathOf(TestCompany company, string hash) => Path.Combine(FolderOf(company), hash[..2], hash);

    private IEnumerable<string> Contents(TestCompany company) => Directory.EnumerateFiles(FolderOf(company), "*", SearchOption.AllDirectories);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Mail(int number, string attachment) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
        From: Paie <paie@cabinet.example>
        To: atelier@atelier.example
        Subject: Envoi {number}
        Date: Tue, 29 Sep 2026 10:12:30 +0200
        Message-ID: <{number}@cabinet.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        Bonjour, envoi {number}.
        --b
        Content-Type: application/octet-stream; name="piece.bin"
        Content-Disposition: attachment; filename="piece.bin"

        {attachment}
        --b--

        """).ReplaceLineEndings("\r\n"));
}
