using Pupitre.Deliverables.Fec;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>An entry as two files of one year write it, and what the later one writes otherwise.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Before">Its lines in the file received before; empty when it was added.</param>
/// <param name="After">Its lines in this file; empty when it was deleted.</param>
internal sealed record EntryVersions(CheckedFile Found, AccountingFile? Earlier, EntryChange Change, IReadOnlyList<FecLineText> Before, IReadOnlyList<FecLineText> After)
{
    /// <summary>Own numbers of the lines that the other version does not have so.</summary>
    public IReadOnlySet<long> OnlyBefore => field ??= Without(Before, After);

    /// <inheritdoc cref="OnlyBefore"/>
    public IReadOnlySet<long> OnlyAfter => field ??= Without(After, Before);

    /// <summary>What stands otherwise in lines of the same amount: those that can be laid on each other.</summary>
    public IReadOnlyList<FieldChange> Fields
    {
        get
        {
            var (left, changes) = (After.Where(line => OnlyAfter.Contains(line.Record)).ToList(), new List<FieldChange>());
            foreach (var before in Before.Where(line => OnlyBefore.Contains(line.Record)))
            {
                if (left.Find(line => line.Debit == before.Debit && line.Credit == before.Credit) is { } after)
                {
                    left.Remove(after);
                    changes.AddRange(Between(before, after));
                }
            }

            return [.. changes.Distinct()];
        }
    }

    private static IEnumerable<FieldChange> Between(FecLineText before, FecLineText after) => new FieldChange[]
    {
        new(Texts.Books_Account, $"{before.Account} {before.AccountName}", $"{after.Account} {after.AccountName}"),
        new(Texts.Books_PartyName, before.AuxiliaryName, after.AuxiliaryName),
        new(Texts.Books_Piece, before.PieceRef, after.PieceRef),
        new(Texts.Books_Label, before.Label, after.Label),
    }.Where(change => change.Before != change.After);

    // Twice the same line is twice there.
    private static HashSet<long> Without(IReadOnlyList<FecLineText> lines, IReadOnlyList<FecLineText> others)
    {
        var left = others.Select(Written).ToList();
        return [.. lines.Where(line => !left.Remove(Written(line))).Select(line => line.Record)];
    }

    private static (string Account, string Party, string Piece, string Label, decimal Debit, decimal Credit) Written(FecLineText line) =>
        (line.Account, line.AuxiliaryName, line.PieceRef, line.Label, line.Debit, line.Credit);
}

/// <summary>What stood in a field of a line, and what stands there now.</summary>
internal sealed record FieldChange(string Field, string Before, string After);
