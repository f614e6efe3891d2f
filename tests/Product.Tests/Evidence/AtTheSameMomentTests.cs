using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Checks.AccountingFiles;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Intake.Files;
using Pupitre.Intake.Typed;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;
using Pupitre.Recognition.Tables;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>What arrives while something else is being read, written or checked.</summary>
public sealed class AtTheSameMomentTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Header = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_that_begins_while_a_source_is_read_counts_nothing_and_breaks_nothing()
    {
        var company = await pupitre.HaveCompanyAsync();

        var count = await pupitre.InsideAsync(company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            var source = await services.GetRequiredService<CreateSource>().RunAsync("Tickets", SourceOrigin.Table, null, null, new SourceRules(SourceClass.Receipt, []), Token);
            var first = Import.Start(source, "00", "a.csv", 1, takesGoodRowsOnly: true, TestClock.Start, null);
            db.Add(first);
            await WriteAsync(services, source, first, "T1", "T2");
            first.Finish(new ImportCounts { EventsAdded = 2, CasesAdded = 2 }, null, "", TestClock.Start);
            await db.SaveChangesAsync(Token);

            // The rows of one that was not there when the imports were read, further attestations of known events among them.
            var later = Import.Start(source, "01", "b.csv", 1, takesGoodRowsOnly: true, TestClock.Start, null);
            await WriteAsync(services, source, later, "T2", "T3");
            var cases = await services.GetRequiredService<ReadCases>().RunAsync(source.Id, [], Token);
            return (cases.CaseCount, cases.EventCount);
        });

        count.ShouldBe((2, 2));
    }

    [Fact]
    public async Task Work_that_has_to_wait_leaves_its_worker_and_is_done_in_its_turn()
    {
        var company = await pupitre.HaveCompanyAsync();
        var (import, source) = await BeginAsync(company);
        var run = await pupitre.InsideAsync(company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            await using var turn = await services.GetRequiredService<SourceWriting>().EnterAsync(db, source, Token);
            var work = await pupitre.InsideAsync(company, inside => inside.GetRequiredService<JobQueue>().StartAsync(RunImport.JobKindName, new ImportPayload(import), "", Token));

            // It was begun, and is back in line: whoever ran it is free for others.
            await Until.TrueAsync(() => pupitre.InsideAsync(company, inside => inside.GetRequiredService<Db>().Set<JobRun>().AnyAsync(row => row.Id == work.Id && row.StartedAt != null && row.State == JobState.Waiting, Token)), "The work never leaves its worker.");
            return work.Id;
        });

        (await EndOfAsync(company, run)).ShouldBe(JobState.Done);
    }

    [Fact]
    public async Task A_typed_event_that_breaks_off_leaves_no_import_that_runs_for_ever()
    {
        var company = await pupitre.HaveCompanyAsync();
        var input = new TypedInput { Case = "T1", Activity = "Appel" };
        await TypeAsync(company, input, Token);
        using var stop = new CancellationTokenSource();
        var source = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<EvidenceSource>().Select(row => row.Number).SingleAsync(Token));

        await pupitre.InsideAsync(company, async services =>
        {
            await using var turn = await services.GetRequiredService<SourceWriting>().EnterAsync(services.GetRequiredService<Db>(), source, Token);
            var typing = TypeAsync(company, new TypedInput { Case = "T2", Activity = "Appel" }, stop.Token);
            await stop.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => typing);
            return true;
        });

        await TypeAsync(company, new TypedInput { Case = "T3", Activity = "Appel" }, Token);
        (await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Import>().Select(row => row.State).ToListAsync(Token))).ShouldBe([ImportState.Done, ImportState.Done]);
    }

    [Fact]
    public async Task A_part_that_arrives_while_the_first_is_checked_is_in_the_report()
    {
        var company = await pupitre.HaveCompanyAsync();
        var first = await ReceiveAsync(company, "732829320FEC20251231_1.txt", Header + Entry("1", "100,00"));
        var file = (await pupitre.InsideAsync(company, services => services.GetRequiredService<OpenAccountingFiles>().AddAsync([first], Token)))[0].Id;
        var second = await ReceiveAsync(company, "732829320FEC20251231_2.txt", Header + Entry("2", "50,00"));

        var check = await pupitre.InsideAsync(company, async services =>
        {
            // Whoever holds the turn lets the check read, but not end.
            var db = services.GetRequiredService<Db>();
            await using var turn = await db.BeginAloneAsync(Token);
            var asks = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var checking = pupitre.InsideAsync(company, async inside =>
            {
                using var watch = StartingTransactions.Of(inside.GetRequiredService<Db>(), asks);
                await Task.Run(() => inside.GetRequiredService<CheckAccountingFile>().RunAsync(file, null, Token), Token);
                return true;
            });
            await asks.Task.WaitAsync(Until.Patience, Token);
            await services.GetRequiredService<OpenAccountingFiles>().AddAsync([second], Token);
            await turn.CommitAsync(Token);
            await checking;
            return await db.Set<AccountingFileCheck>().AsNoTracking().SingleAsync(row => row.AccountingFileId == file, Token);
        });

        check.Report().Summary.Lines.ShouldBe(4);
    }

    [Fact]
    public async Task A_sample_that_is_removed_takes_its_mails_along()
    {
        var company = await pupitre.HaveCompanyAsync(isSample: true);
        var mail = await pupitre.InsideAsync(company, async services =>
        {
            var sent = services.GetRequiredService<Pupitre.Platform.Mail.Outbox>().Send("paie@cabinet.example", "Relance", "Bonjour");
            await services.GetRequiredService<Db>().SaveChangesAsync(Token);
            return sent.Id;
        });
        var written = Path.Combine(pupitre.Place.Folder, "mail", $"{mail:N}.eml");
        await Until.TrueAsync(() => File.Exists(written), "The program never writes the mail.");

        await pupitre.InsideAsync(company, async services =>
        {
            await services.GetRequiredService<Pupitre.Start.Sample.RemoveSampleCompany>().RunAsync(Token);
            return true;
        });

        File.Exists(written).ShouldBeFalse();
        await using var scope = pupitre.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<Db>().Set<Pupitre.Platform.Mail.OutgoingMail>().AnyAsync(row => row.Id == mail, Token)).ShouldBeFalse();
    }

    private static string Entry(string number, string amount) =>
        $"AC\tAchats\t{number}\t20250131\t606000\tAchats\t\t\tF{number}\t20250131\tFacture\t{amount}\t0,00\t\t\t20250131\t\t\nAC\tAchats\t{number}\t20250131\t401000\tFournisseurs\t\t\tF{number}\t20250131\tFacture\t0,00\t{amount}\t\t\t20250131\t\t\n";

    private Task<Guid> ReceiveAsync(TestCompany company, string name, string text) => pupitre.InsideAsync(company, async services =>
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (await services.GetRequiredService<ReceiveFile>().RunAsync(content, name, null, keepContent: true, null, Token)).Id;
    });

    private Task<bool> TypeAsync(TestCompany company, TypedInput input, CancellationToken token) => pupitre.InsideAsync(company, async services =>
    {
        await services.GetRequiredService<TypeCase>().RunAsync(input, token);
        return true;
    });

    private async Task<(Guid Import, int Source)> BeginAsync(TestCompany company)
    {
        var file = await ReceiveAsync(company, "tickets.csv", "Dossier;Étape;Quand\nT1;Reçue;05/01/2026 09:30\n");
        var mapping = new Pupitre.Recognition.Tables.TableMapping { Shape = Pupitre.Recognition.Tables.TableShape.Event, Columns = ["Dossier", "Étape", "Quand"], Case = "Dossier", Activity = "Étape", Time = "Quand" };
        return await pupitre.InsideAsync(company, async services =>
        {
            var import = await services.GetRequiredService<StartImport>().BeginAsync(new ImportRequest(file, null, "Tickets", null, mapping, new SourceRules(SourceClass.Receipt, []), [], TakesGoodRowsOnly: true), Token);
            return (import.Id, await services.GetRequiredService<Db>().Set<EvidenceSource>().Select(row => row.Number).SingleAsync(Token));
        });
    }

    private async Task<JobState> EndOfAsync(TestCompany company, Guid run)
    {
        var state = JobState.Waiting;
        await Until.TrueAsync(
            async () => (state = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<JobRun>().Where(row => row.Id == run).Select(row => row.State).SingleAsync(Token))) is not (JobState.Waiting or JobState.Running),
            "The work does not end.");
        return state;
    }

    private static async Task WriteAsync(IServiceProvider services, EvidenceSource source, Import import, params string[] cases)
    {
        using var write = new WriteEvents(services.GetRequiredService<Db>(), source.Number, import);
        await services.GetRequiredService<Db>().Database.OpenConnectionAsync(Token);
        await write.OpenAsync(Token);
        foreach (var (line, name) in cases.Index())
        {
            write.Add(new IncomingEvent { Case = name, Activity = "Reçue", At = EvidenceTime.Of(TestClock.Start), Line = line + 1 });
        }

        await write.FlushAsync(Token);
        await services.GetRequiredService<Db>().Database.CloseConnectionAsync();
    }
}
