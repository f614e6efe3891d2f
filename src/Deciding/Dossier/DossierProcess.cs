using NodaTime;
using Pupitre.Deciding.Decisions;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Diagrams;
using Pupitre.Processes.Facts;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Targets;
using Pupitre.ProcessMap.Agreements;
using Pupitre.ProcessMap.Whole;

namespace Pupitre.Deciding.Dossier;

/// <summary>All that the file says of one process.</summary>
/// <param name="Number">Its place in the file, from 1.</param>
/// <param name="Map">As the map knows it, people called as they are in this file.</param>
/// <param name="Links">To and from it, each with the other process.</param>
internal sealed record DossierProcess(int Number, MapProcess Map, Process Row, IReadOnlyList<StepFact> Steps,
    IReadOnlyList<DossierLink> Links)
{
    public DossierTarget? Target { get; init; }

    public required DiagnosedProcess Diagnosis { get; init; }

    public IReadOnlyList<KeptRate> Kept { get; init; } = [];

    public IReadOnlyList<DossierAgreement> Agreements { get; init; } = [];

    public IReadOnlyList<Decision> Decisions { get; init; } = [];
}

/// <summary>A link of a process.</summary>
/// <param name="IsFed">Whether the process receives it.</param>
internal sealed record DossierLink(bool IsFed, string Other, string Passes, int? Days);

/// <summary>The published target, with its drawings where it has some.</summary>
internal sealed record DossierTarget(ProcessTarget Version, TargetDiagram? Diagram)
{
    /// <summary>A drawing as a file or a page shows it.</summary>
    public string Svg(int at, bool isAlone) =>
        DrawPicture.Run(Diagram!.Document, Diagram.Drawings[at], TargetWords.About(Version, Diagram.Document, isAlone, at));
}

/// <summary>What somebody was asked to agree to, and what they answered.</summary>
/// <param name="ProcessId">Null for the whole map.</param>
internal sealed record DossierAgreement(Guid? ProcessId, string Person, Instant AskedAt, AgreementAnswer Answer, string? Remark,
    Instant? AnsweredAt, string Hash);

/// <summary>The file as a whole: what is in it, and when it was made.</summary>
/// <param name="Company">Its name.</param>
/// <param name="Chosen">The processes that are in it, by domain and name.</param>
/// <param name="MapAgreements">On the whole map.</param>
internal sealed record DossierOutline(string Company, Instant MadeAt, DossierChoice Choice, IReadOnlyList<MapProcess> Chosen,
    IReadOnlyList<DossierAgreement> MapAgreements)
{
    /// <summary>What was read once for all of its parts.</summary>
    public required DossierGround Ground { get; init; }
}

/// <summary>What every part of a process file stands on: read once, so that its parts say the same of one moment.</summary>
internal sealed record DossierGround(WholeMap Map, DossierNames Names, DossierKnown Known);
