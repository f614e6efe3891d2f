using System.Runtime.InteropServices;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Roles;

namespace Pupitre.Deciding.Lots;

/// <summary>What makes it risky to move a process.</summary>
public enum LotRiskPart
{
    Criticality,
    Dependency,
    Target,
    Data,
    Deadline,
}

/// <summary>Points that one part gives.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LotPoints(LotRiskPart Part, int Points);

/// <summary>What the map says about the risk.</summary>
/// <param name="HasDeadline">Whether the law wants it by a day.</param>
public sealed record LotDanger(Criticality Criticality, Dependency Dependency, bool HasTarget, SensitiveData Sensitive, bool HasDeadline);

/// <summary>
/// Points of risk from 0 to 100: what stops the company (0, 10, 20, 30); one person or nobody who can do it (20; 10 where that is unknown);
/// no published target (20); data of pay or health (20), of the bank (15), of persons (10); a day that the law sets (10).
/// </summary>
/// <param name="Parts">Those that give points, in the order of <see cref="LotRiskPart"/>.</param>
public sealed record LotRisk(IReadOnlyList<LotPoints> Parts)
{
    public int Points => Parts.Sum(part => part.Points);

    public static LotRisk Of(LotDanger danger)
    {
        ArgumentNullException.ThrowIfNull(danger);
        LotPoints[] parts =
        [
            new(LotRiskPart.Criticality, danger.Criticality switch
            {
                Criticality.Vital => 30,
                Criticality.High => 20,
                Criticality.Normal => 10,
                _ => 0,
            }),
            new(LotRiskPart.Dependency, danger.Dependency switch { Dependency.Shared => 0, Dependency.Unknown => 10, _ => 20 }),
            new(LotRiskPart.Target, danger.HasTarget ? 0 : 20),
            new(LotRiskPart.Data, OfData(danger.Sensitive)),
            new(LotRiskPart.Deadline, danger.HasDeadline ? 10 : 0),
        ];
        return new LotRisk([.. parts.Where(part => part.Points > 0)]);
    }

    private static int OfData(SensitiveData data) =>
        (data & (SensitiveData.Payroll | SensitiveData.Health)) != SensitiveData.None ? 20
        : data.HasFlag(SensitiveData.Bank) ? 15
        : data != SensitiveData.None ? 10
        : 0;
}
