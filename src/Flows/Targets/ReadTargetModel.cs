using Pupitre.Mining;
using Pupitre.Platform.Files;
using Pupitre.Processes.Targets;

namespace Pupitre.Flows.Targets;

/// <summary>Reads the model in a target's file.</summary>
public sealed class ReadTargetModel(FileStore files)
{
    // A look in passing, on a page that is about something else: a net beyond it is not said to be unusable.
    private static readonly AlignmentLimits _look = new() { MostMarkings = 10_000, MostEdges = 100_000, MostSearched = 10_000 };

    /// <summary>Reads the model of a version, with the steps that the log speaks of.</summary>
    public async Task<ProcessModel> RunAsync(ProcessTarget target, NameTable activities, CancellationToken token)
    {
        await using var content = await files.OpenAsync(target.Hash, token);
        return ModelFile.Read(content, activities, token);
    }

    /// <summary>Whether a version can be held against flows at all.</summary>
    /// <exception cref="UnreadableModel">It means something that is not supported; the message says what.</exception>
    /// <exception cref="UnusableModel">Nothing that begins in it can end, or it holds too many tokens; the message says which.</exception>
    public async Task RunAsync(ProcessTarget target, CancellationToken token)
    {
        await using var content = await files.OpenAsync(target.Hash, token);
        var model = ModelFile.Read(content, token: token);

        // Without a single case, all that is left of an alignment is whether the model can be gone through at all.
        AlignVariants.Run(new VariantTable(new NameTable(), []), model.Net, _look, token);
    }
}
