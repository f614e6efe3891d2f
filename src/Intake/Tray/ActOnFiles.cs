using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Files;
using Pupitre.Kernel;
using Pupitre.Platform.Data;

namespace Pupitre.Intake.Tray;

/// <summary>Does with the chosen files what their page said it would: each as if it were done alone, with its own line in the history.</summary>
internal sealed class ActOnFiles(ReadChoice read, PlaceFile place, IStateWorkDay state, TakeBackFiles takeBack)
{
    /// <returns>How many files it was done with.</returns>
    /// <exception cref="Refused">Nothing can be done, or the day cannot be.</exception>
    public async Task<int> RunAsync(ChoiceInput input, CancellationToken token)
    {
        var view = await read.RunAsync(input, token);
        if (view.IsAsking)
        {
            throw new Refused(input.Act == FileAct.State ? Texts.WorkDay_Missing : Texts.Tray_NotASchedule, input.Act == FileAct.State ? "on" : "commitment");
        }

        var lines = view.Done;
        if (lines.Count == 0)
        {
            throw new Refused(Texts.Choice_Nothing);
        }

        switch (input.Act)
        {
            case FileAct.Place:
                await PlaceAsync(lines, input, token);
                break;
            case FileAct.State:
                await state.RunAsync([.. lines.SelectMany(line => line.Cells).Distinct()], input.On, token);
                break;
            default:
                await takeBack.RunAsync([.. lines.Select(line => line.File.Id)], input.Act, token);
                break;
        }

        return lines.Count;
    }

    private async Task PlaceAsync(IReadOnlyList<ChoiceLine> lines, ChoiceInput input, CancellationToken token)
    {
        foreach (var line in lines)
        {
            await place.RunAsync(line.File.Id, new PlaceInput(input.Commitment!.Value, input.Month!.Value, input.On, IsRemembered: false, IsConfirmed: input.IsConfirmed), token);
        }
    }
}

/// <summary>Takes several files off their due dates, or puts them aside and refuses what was proposed of them.</summary>
internal sealed class TakeBackFiles(Db db, WithdrawProof withdraw, AnswerProposals answer, PlaceFile place)
{
    public async Task RunAsync(IReadOnlyList<Guid> files, FileAct act, CancellationToken token)
    {
        if (act == FileAct.Withdraw)
        {
            var placed = await db.Set<OccurrenceProof>().AsNoTracking().Where(row => row.FileId != null && files.Contains(row.FileId.Value) && row.WithdrawnAt == null).OrderBy(row => row.Id).ToListAsync(token);
            foreach (var proof in placed.DistinctBy(row => (row.FileId, row.CommitmentId, row.OccurrenceKey)))
            {
                await withdraw.RunAsync(proof.Id, token);
            }

            return;
        }

        var waiting = await db.Set<CellProposal>().AsNoTracking().Where(row => files.Contains(row.FileId) && (row.State == ProposalState.Open || row.State == ProposalState.Withheld)).Select(row => row.Id).ToListAsync(token);
        foreach (var proposal in waiting)
        {
            await answer.RefuseAsync(proposal, token);
        }

        foreach (var file in files)
        {
            await place.DismissAsync(file, token);
        }
    }
}
