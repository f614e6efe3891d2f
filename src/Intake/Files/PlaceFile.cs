using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Contents;

namespace Pupitre.Intake.Files;

/// <summary>Puts a file where a person says, and remembers it when asked.</summary>
internal sealed class PlaceFile(Db db, ProposeCells propose, Tenant tenant, IClock clock)
{
    private const int WordsRemembered = 3;
    private const int MinWordLength = 3;

    private bool _isOpen;

    /// <returns>What it would show; it was not placed when <see cref="Placing.IsQuestioned"/> and the person has not confirmed.</returns>
    public async Task<Placing> RunAsync(Guid fileId, PlaceInput input, CancellationToken token)
    {
        await OpenAsync(token);
        var file = await db.Set<EvidenceFile>().SingleOrDefaultAsync(row => row.Id == fileId, token) ?? throw new NotFound();
        if (FileSubject.IsOthers(file, new OwnIdentities(tenant.Company)))
        {
            throw new Refused(Texts.Identity_NotPlaced.With(file.Name, FileSubject.Words(file)));
        }

        var now = clock.GetCurrentInstant();
        DayOfWork.Check(input.On, file.ReceivedAt, now, tenant.Zone);
        var cell = propose.FindIn(input.Commitment, input.FirstOfMonth) ?? throw new Refused(Texts.Tray_NotASchedule, "Commitment");
        var placing = propose.PlacingOf(file, cell, input.On);
        if (placing.IsQuestioned && !input.IsConfirmed)
        {
            return placing;
        }

        db.AddRange(Proofs.Of(file, placing, ProofReason.Of(ReasonKind.ByHand), now, tenant.AccountId));
        await db.Set<CellProposal>().Where(row => row.FileId == fileId && row.State == ProposalState.Open).ForEachAsync(row => row.Answer(ProposalState.Refused), token);
        file.MoveTo(FileState.Placed);
        Remember(file, input, cell.Commitment.Name, now);
        db.Record("EvidencePlaced", new SubjectRef(EvidenceFile.Kind, file.Id), PlacedDetail.Of(file, placing, cell.Commitment.Name));
        await db.SaveChangesAsync(token);
        return placing with { Doubts = placing.Doubts & ~Doubt.BeforePeriod };
    }

    public async Task DismissAsync(Guid fileId, CancellationToken token)
    {
        var file = await db.Set<EvidenceFile>().SingleOrDefaultAsync(row => row.Id == fileId, token) ?? throw new NotFound();
        if (await db.Set<OccurrenceProof>().AnyAsync(row => row.FileId == fileId && row.WithdrawnAt == null, token))
        {
            throw new Refused(Texts.Tray_StillProves.With(file.Name));
        }

        file.MoveTo(FileState.Dismissed);
        db.Record("EvidenceDismissed", new SubjectRef(EvidenceFile.Kind, file.Id), new { file.Name });
        await db.SaveChangesAsync(token);
    }

    /// <summary>Takes back that a file was put aside.</summary>
    public async Task RestoreAsync(Guid fileId, CancellationToken token)
    {
        var file = await db.Set<EvidenceFile>().SingleOrDefaultAsync(row => row.Id == fileId && row.State == FileState.Dismissed, token) ?? throw new NotFound();
        file.MoveTo(file.StateOnceFree(await db.Set<CellProposal>().AnyAsync(row => row.FileId == fileId && row.State == ProposalState.Open, token)));
        db.Record("EvidenceRestored", new SubjectRef(EvidenceFile.Kind, file.Id), new { file.Name });
        await db.SaveChangesAsync(token);
    }

    // Once for many files.
    private async Task OpenAsync(CancellationToken token)
    {
        if (!_isOpen)
        {
            await propose.OpenAsync(token);
            _isOpen = true;
        }
    }

    private void Remember(EvidenceFile file, PlaceInput input, string commitment, Instant now)
    {
        if (input.IsRemembered && WordingOf(file) is { Length: > 0 } wording)
        {
            var rule = PlacementRule.Create(Folded.Of(file.Sender), wording, input.Commitment, now, tenant.AccountId);
            db.Add(rule);
            db.Record("PlacementRemembered", new SubjectRef(PlacementRule.Kind, rule.Id), new { rule.Sender, rule.Wording, CommitmentId = input.Commitment, Commitment = commitment });
        }
    }

    // Words of the subject or name without months, years and numbers: those change with each file.
    private static string WordingOf(EvidenceFile file) => string.Join(' ', Folded.Of(file.Subject ?? Path.GetFileNameWithoutExtension(file.Name))
        .Split([' ', '-', '_', '.', ':', ',', '(', ')', '\''], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length >= MinWordLength && !word.Any(char.IsAsciiDigit) && !DatesInText.IsMonth(word))
        .Take(WordsRemembered));
}

/// <summary>Where a person puts a file, and what they say of it.</summary>
/// <param name="FirstOfMonth">First day of the month that it is about.</param>
/// <param name="On">The day on which it was handed over, as the person says; null when they do not.</param>
/// <param name="IsRemembered">The next of its kind shall be proposed there.</param>
/// <param name="IsConfirmed">The person saw what is odd about the date and keeps it.</param>
internal sealed record PlaceInput(Guid Commitment, DateOnly FirstOfMonth, DateOnly? On, bool IsRemembered, bool IsConfirmed);
