using Pupitre.Diagrams;
using Pupitre.Kernel;
using Pupitre.Mining;

namespace Pupitre.Processes.Targets;

/// <summary>What is in a file that is to be a target, wherever it comes from.</summary>
internal static class TargetContent
{
    private const int BeginningBytes = 4096;

    /// <exception cref="Refused">It is larger than a model may be.</exception>
    public static void RefuseLarge(string name, long bytes)
    {
        if (bytes > ProcessTarget.MaxBytes)
        {
            throw new Refused(Texts.Target_TooLarge.With(name, ProcessTarget.MaxBytes >> 20));
        }
    }

    /// <exception cref="Refused">No model can be read from it.</exception>
    public static TargetFormat FormatOf(byte[] content, string name, CancellationToken token)
    {
        try
        {
            if (!IsNet(content))
            {
                BpmnDocument.Read(content, token);
                return TargetFormat.Bpmn;
            }

            using var stream = new MemoryStream(content, writable: false);
            ModelFile.Read(stream, token: token);
            return TargetFormat.Pnml;
        }
        catch (Exception problem) when (problem is UnreadableModel or Refused)
        {
            throw new Refused(Texts.Target_Unreadable.With(name, problem.Message));
        }
    }

    /// <summary>Whether a Petri net begins there; whatever else is read as a drawing, which says best what is wrong with it.</summary>
    private static bool IsNet(byte[] content) => content.AsSpan(0, Math.Min(content.Length, BeginningBytes)).IndexOf("<pnml"u8) >= 0;
}
