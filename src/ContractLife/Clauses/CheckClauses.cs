using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ContractLife.Clauses;

/// <summary>Keeps what somebody found in a contract, clause by clause.</summary>
public sealed class CheckClauses(Db db, Tenant tenant, IClock clock)
{
    public async Task<ClausesInput> PrepareAsync(Guid contractId, CancellationToken token)
    {
        var (contract, checklist) = await FindAsync(contractId, token);
        return ClausesInput.Of(contract.Id, checklist);
    }

    /// <exception cref="NotFound">The company has no such contract.</exception>
    /// <exception cref="Refused">The contract is archived, a line does not say enough, or names a file of another contract.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the clauses since the form was opened.</exception>
    public async Task RunAsync(ClausesInput input, CancellationToken token)
    {
        var (contract, checklist) = await FindAsync(input.ContractId, token);
        if (contract.IsArchived)
        {
            throw new Refused(Texts.Clause_Archived);
        }

        Check(input.Lines, contract);
        if ((checklist?.Version ?? 0) != input.Version)
        {
            throw new DbUpdateConcurrencyException("Somebody saved the clauses since the form was opened.");
        }

        var known = checklist ?? ClauseChecklist.Create(contract);
        var changed = known.Take(input.Lines, clock.GetCurrentInstant(), tenant.AccountId);
        if (changed.Count == 0)
        {
            return;
        }

        Keep(known, isNew: checklist is null);
        var (clauses, gaps) = (ClauseWords.Code(changed), known.Clauses.Count(row => ClauseTopics.IsGap(row.State)));
        db.Record("ClausesChecked", known.Ref, new { ContractId = contract.Id, contract.Title, Clauses = clauses, Gaps = gaps });
        try
        {
            await db.SaveChangesAsync(token);
        }
        catch (DbUpdateException twice) when (Db.IsTwice(twice))
        {
            throw new DbUpdateConcurrencyException("Somebody saved the clauses at the same moment.", twice);
        }
    }

    // What was found for the first time has a key already: told apart by hand, it is not taken for something that is there.
    private void Keep(ClauseChecklist checklist, bool isNew)
    {
        if (isNew)
        {
            db.Add(checklist);
            return;
        }

        db.Entry(checklist).State = EntityState.Modified;
        foreach (var clause in checklist.Clauses.Where(row => db.Entry(row).State == EntityState.Detached))
        {
            db.Add(clause);
        }
    }

    // All that is missing is told at once, each with the name of its clause.
    private static void Check(IReadOnlyList<ClauseInput> lines, Contract contract)
    {
        var (wrong, first) = (new List<string>(), (string?)null);
        foreach (var (at, line) in lines.Index())
        {
            if (!Enum.IsDefined(line.Topic) || !Enum.IsDefined(line.State) || lines.Count(other => other.Topic == line.Topic) > 1)
            {
                throw new Refused(Texts.Clause_NotKnown, $"Lines[{at}].State");
            }

            if (line.FileId is { } file && contract.Files.All(row => row.Id != file))
            {
                throw new Refused(Texts.Clause_FileNotThere.With(ClauseWords.Of(line.Topic)), $"Lines[{at}].FileId");
            }

            var found = new List<ValidationResult>();
            if (!Validator.TryValidateObject(line, new ValidationContext(line), found, validateAllProperties: true))
            {
                wrong.AddRange(found.Select(result => result.ErrorMessage!));
                first ??= $"Lines[{at}].{found[0].MemberNames.First()}";
            }
        }

        if (first is not null)
        {
            throw new Refused(string.Join(' ', wrong), first);
        }
    }

    private async Task<(Contract Contract, ClauseChecklist? Checklist)> FindAsync(Guid id, CancellationToken token)
    {
        var contract = await db.Set<Contract>().AsNoTracking().Include(row => row.Files).SingleOrDefaultAsync(row => row.Id == id, token)
            ?? throw new NotFound();
        return (contract, await db.Set<ClauseChecklist>().Include(row => row.Clauses).SingleOrDefaultAsync(row =>
            row.ContractId == id, token));
    }
}
