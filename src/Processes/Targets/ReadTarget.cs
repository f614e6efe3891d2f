using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pupitre.Diagrams;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Targets;

/// <summary>One version of a target, drawn and checked.</summary>
public sealed class ReadTarget(Db db, ReadTargetDiagram readDiagram)
{
    /// <exception cref="NotFound">The company has no such version.</exception>
    public async Task<TargetView> RunAsync(Guid processId, int number, CancellationToken token) => await ViewAsync(await VersionsAsync(processId, token), number, token);

    /// <summary>A version and one to compare it with: the one asked for, else the one before; null where there is none that is drawn.</summary>
    /// <exception cref="NotFound">The company has no such version.</exception>
    public async Task<(TargetView After, TargetView? Before)> PairAsync(Guid processId, int number, int? from, CancellationToken token)
    {
        var versions = await VersionsAsync(processId, token);
        var after = await ViewAsync(versions, number, token);
        var other = from ?? (after.Others.Count > 0 ? after.Others[0] : number);
        return (after, after.Diagram is null || other == number || !after.Others.Contains(other) ? null : await ViewAsync(versions, other, token));
    }

    private async Task<TargetVersions> VersionsAsync(Guid processId, CancellationToken token)
    {
        var name = await db.Set<Process>().Where(row => row.Id == processId).Select(row => row.Name).SingleOrDefaultAsync(token) ?? throw new NotFound();
        return new TargetVersions(name, await db.Set<ProcessTarget>().AsNoTracking().Where(row => row.ProcessId == processId).OrderByDescending(row => row.Number).ToListAsync(token));
    }

    private async Task<TargetView> ViewAsync(TargetVersions versions, int number, CancellationToken token)
    {
        var target = versions.NewestFirst.FirstOrDefault(row => row.Number == number) ?? throw new NotFound();
        var diagram = await readDiagram.RunAsync(target, token);
        var findings = diagram is null ? [] : CheckDiagram.Run(diagram.Document, token);
        // The version before is what one wants to compare with; the first is compared with what came after.
        var others = versions.NewestFirst.Where(row => row.Number != number && row.Format == TargetFormat.Bpmn).OrderByDescending(row => row.Number < number).ThenByDescending(row => row.Number).Select(row => row.Number).ToList();
        return new TargetView(versions.ProcessName, target, versions.NewestFirst[0].Number, ReadTargets.InForce(versions.NewestFirst) == target, others, diagram, [.. findings.Select((finding, at) => new NumberedFinding(at + 1, finding))]);
    }

    private sealed record TargetVersions(string ProcessName, IReadOnlyList<ProcessTarget> NewestFirst);
}

/// <summary>What the page of a version stands on.</summary>
/// <param name="Latest">Number of the newest version.</param>
/// <param name="Others">Numbers of the versions that it can be compared with, the one before first.</param>
/// <param name="Diagram">Null for a Petri net.</param>
public sealed record TargetView(string ProcessName, ProcessTarget Target, int Latest, bool IsInForce, IReadOnlyList<int> Others, TargetDiagram? Diagram, IReadOnlyList<NumberedFinding> Findings)
{
    public int Weighing(FindingWeight weight) => Findings.Count(finding => finding.Finding.Weight == weight);

    /// <summary>The numbers of the findings on their elements.</summary>
    public IReadOnlyDictionary<string, PictureMark> Marks() => Findings.Where(finding => finding.Finding.Element is not null && finding.Finding.Weight != FindingWeight.Note)
        .GroupBy(finding => finding.Finding.Element!, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => new PictureMark(PictureMarkKind.Doubtful, group.First().Number.ToString(CultureInfo.InvariantCulture), string.Join(' ', group.Select(finding => finding.Finding.Text))), StringComparer.Ordinal);
}

/// <summary>A finding with the number that it bears on the picture.</summary>
public sealed record NumberedFinding(int Number, DiagramFinding Finding);

/// <summary>A step as a line: the picture for whoever does not see it.</summary>
public sealed record TargetStep(string Name, string Kind, string? Role, string LeadsTo)
{
    public static IReadOnlyList<TargetStep> Of(BpmnDocument document)
    {
        var ways = document.Elements.Where(element => element.Kind == ElementKind.SequenceFlow).ToLookup(flow => document.Find(flow.Source)?.Id);
        return [.. document.Elements.Where(element => element.Kind == ElementKind.Activity || (element.Kind == ElementKind.Event && element.Name.Length > 0))
            .Select(step => new TargetStep(step.Shown, DiagramWords.Of(step), CheckDiagram.RoleOf(document, step), string.Join(", ", Following(document, ways, step.Id, []))))];
    }

    // Through gateways, which bear no name, to what has one. Files come from anywhere: neither rows of gateways nor lines go on without end.
    private static IEnumerable<string> Following(
        BpmnDocument document, ILookup<string?, BpmnElement> ways, string from, HashSet<string> seen, int gateways = 0)
    {
        const int MaxGateways = 50;
        const int MaxWays = 100;
        const int MaxLength = 300;
        foreach (var way in ways[from].Where(way => gateways <= MaxGateways && seen.Count < MaxWays && seen.Add(way.Id)))
        {
            if (document.Find(way.Target) is not { } next)
            {
                continue;
            }

            var when = way.Name.Length > 0 ? " (" + way.Name + ")" : "";
            foreach (var name in next.Kind == ElementKind.Gateway ? Following(document, ways, next.Id, seen, gateways + 1) : [next.Name.Length > 0 ? next.Name : DiagramWords.Of(next)])
            {
                yield return (name + when).CutShort(MaxLength);
            }
        }
    }
}
