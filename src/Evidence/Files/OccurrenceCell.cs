using Pupitre.Kernel;

namespace Pupitre.Evidence.Files;

/// <summary>One due date as forms and addresses name it: the commitment and the key of its occurrence, "guid/2026-05".</summary>
public sealed record OccurrenceCell(Guid CommitmentId, string OccurrenceKey)
{
    /// <summary>Cells that one operation takes at once.</summary>
    public const int MaxAtOnce = 500;

    /// <summary>Reads the cells of a form, each once.</summary>
    /// <exception cref="Refused">There is none, one of them is no cell, or there are more than <see cref="MaxAtOnce"/>.</exception>
    public static IReadOnlyList<OccurrenceCell> ParseAll(IReadOnlyCollection<string?>? cells)
    {
        if (cells is null || cells.Count == 0)
        {
            throw new Refused(Texts.Cells_None, "Cells");
        }

        return cells.Count > MaxAtOnce
            ? throw new Refused(Texts.Cells_TooMany.With(MaxAtOnce), "Cells")
            : [.. cells.Select(cell => Parse(cell) ?? throw new Refused(Texts.Cells_None, "Cells")).Distinct()];
    }

    public static OccurrenceCell? Parse(string? text) => text?.Split('/') is [var id, { Length: > 0 and <= OccurrenceProof.MaxKeyLength } key] && Guid.TryParse(id, out var commitment)
        ? new OccurrenceCell(commitment, key)
        : null;

    public override string ToString() => $"{CommitmentId}/{OccurrenceKey}";
}
