using System.Collections.Immutable;
using Pupitre.Diagrams;
using Pupitre.Platform.Files;

namespace Pupitre.Processes.Targets;

/// <summary>Opens the drawing in a target's file; one without a drawing is laid out.</summary>
public sealed class ReadTargetDiagram(FileStore files)
{
    /// <summary>Drawings of one file that are shown.</summary>
    public const int MaxDrawings = 12;

    /// <summary>Null for a Petri net, which holds no drawing.</summary>
    public async Task<TargetDiagram?> RunAsync(ProcessTarget target, CancellationToken token)
    {
        if (target.Format != TargetFormat.Bpmn)
        {
            return null;
        }

        await using var stream = await files.OpenAsync(target.Hash, token);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, token);
        var document = BpmnDocument.Read(content.ToArray(), token);
        ImmutableArray<Drawing> drawings = document.HasDrawing ? [.. document.Drawings.OrderByDescending(drawing => drawing.Shapes.Length).Take(MaxDrawings)] : [LayOut.Run(document, token)];
        return new TargetDiagram(document, drawings);
    }
}

/// <summary>A document with what is shown of it, the largest drawing first.</summary>
public sealed record TargetDiagram(BpmnDocument Document, ImmutableArray<Drawing> Drawings);
