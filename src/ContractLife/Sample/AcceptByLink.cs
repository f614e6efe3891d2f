using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.ContractLife.Acceptances;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Sample;
using Pupitre.Sample.World;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ContractLife.Sample;

/// <summary>
/// One commitment that no letter showed was accepted through a link since, and another is still observed. Nobody is written to: these
/// people do not exist.
/// </summary>
internal sealed class AcceptByLink(Db db, FileStore files, ReadCommitments read, ObserveCommitment observe, IClock clock) : ISampleChapter
{
    private const int ObservedDays = 60;

    public int Order => 55;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var accepted = await FindAsync(ReadyCommitments.BankReconciled, token);
        var observed = await FindAsync(ReadyCommitments.AccountingFileDelivered, token);
        await observe.RunAsync(observed.Id, observed.Versions[0].Number, world.Today.AddDays(ObservedDays), token);
        await AcceptAsync(accepted, world, token);
    }

    private async Task AcceptAsync(Commitment commitment, SampleWorld world, CancellationToken token)
    {
        var line = (await read.OfAsync(commitment.Id, null, token))!;
        var person = await db.Set<Pupitre.Platform.People.Person>().FirstAsync(row => row.Email == Cast.AccountingClerk.Email, token);
        var now = clock.GetCurrentInstant();
        var request = AcceptanceRequest.Ask(line.Version, commitment.Name, AcceptanceWords.Content(line), person,
            now);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(request.Content));
        var name = Texts.Acceptance_FileName.With(request.Number.ToString(CultureInfo.InvariantCulture));
        var file = await files.SaveAsync(content, name, "text/plain; charset=utf-8", token);
        commitment.Versions.Single(row => row.Number == request.Number)
            .Accept(person.Name, world.Today, AcceptedWay.Link, file.Name, file.Hash);
        request.Give(AcceptanceAnswer.Accepted, null, now);
        db.Add(request);
        db.Record("CommitmentAcceptedByLink", commitment.Ref,
            new { commitment.Name, Version = request.Number, By = person.Name, request.Hash });
        await db.SaveChangesAsync(token);
    }

    private Task<Commitment> FindAsync(int template, CancellationToken token) =>
        db.Set<Commitment>().Include(row => row.Versions).Where(row => row.TemplateNumber == template).OrderBy(row => row.Id)
            .FirstAsync(token);
}
