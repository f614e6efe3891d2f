using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ContractLife.Clauses;

/// <summary>
/// What somebody found in a contract, clause by clause. It is the company's own reading and no provider's reader sees it, nor the lines
/// of the history about it.
/// </summary>
public sealed class ClauseChecklist : ICompanyOwned, IVersioned
{
    /// <summary>Kind of a reference to a checklist in the history.</summary>
    public const string Kind = "contract-clauses";

    private readonly List<ContractClause> _clauses = [];

    private ClauseChecklist()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public Guid ContractId { get; private init; }

    /// <summary>When a clause was last said to be otherwise.</summary>
    public Instant CheckedAt { get; private set; }

    /// <summary>The account of who said it; null for the program.</summary>
    public Guid? CheckedBy { get; private set; }

    /// <summary>The clauses that somebody looked at, in no order; the others are not looked at yet.</summary>
    public IReadOnlyList<ContractClause> Clauses => _clauses;

    public SubjectRef Ref => new(Kind, Id);

    internal static ClauseChecklist Create(Contract contract) => new() { ContractId = contract.Id };

    /// <summary>Takes what a form says.</summary>
    /// <returns>The lines that say something else than before.</returns>
    internal IReadOnlyList<ClauseInput> Take(IEnumerable<ClauseInput> lines, Instant now, Guid? by)
    {
        var changed = lines.Where(line => !line.Says(_clauses.Find(row => row.Topic == line.Topic))).ToList();
        foreach (var line in changed)
        {
            var clause = _clauses.Find(row => row.Topic == line.Topic);
            if (clause is null)
            {
                _clauses.Add(clause = ContractClause.Create(this, line.Topic));
            }

            clause.Say(line);
        }

        if (changed.Count > 0)
        {
            (CheckedAt, CheckedBy) = (now, by);
        }

        return changed;
    }
}

/// <summary>One clause of a contract as somebody found it.</summary>
public sealed class ContractClause : ICompanyOwned
{
    public const int MaxTextLength = 4000;
    public const int MaxRemarkLength = 1000;
    public const int MaxPage = 9999;

    private ContractClause()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid ChecklistId { get; private init; }

    public ClauseTopic Topic { get; private init; }

    public ClauseState State { get; private set; }

    /// <summary>Its words, copied from the contract.</summary>
    public string? Text { get; private set; }

    /// <summary>What is missing, or why it has no place here.</summary>
    public string? Remark { get; private set; }

    /// <summary>The file of the contract in which it stands.</summary>
    public Guid? FileId { get; private set; }

    /// <summary>Its page, from 1.</summary>
    public int? Page { get; private set; }

    internal static ContractClause Create(ClauseChecklist checklist, ClauseTopic topic) =>
        new() { ChecklistId = checklist.Id, Topic = topic };

    internal void Say(ClauseInput line) =>
        (State, Text, Remark, FileId, Page) = (line.State, line.Text, line.Remark, line.FileId, line.Page);
}
