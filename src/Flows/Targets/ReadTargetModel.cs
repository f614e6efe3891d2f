using Pupitre.Mining;
using Pupitre.Platform.Files;
using Pupitre.Processes.Targets;

namespace Pupitre.Flows.Targets;

/// <summary>Reads the model in a target's file.</summary>
public sealed class ReadTargetModel(FileStore files)
{
    /// <summary>Reads the model of a version, with the steps that the log speaks of.</summary>
    public async Task<ProcessModel> RunAsync(ProcessTarget target, NameTable activities, CancellationToken token)
    {
        await using var content = await files.OpenAsync(target.Hash, token);
        return ModelFile.Read(content, activities, token);
    }

    /// <summary>Whether a version can be held against flows at all.</summary>
    /// <exception cref="UnreadableModel">It means something that is not supported; the message says what.</exception>
    public async Task RunAsync(ProcessTarget target, CancellationToken token)
    {
        await using var content = await files.OpenAsync(target.Hash, token);
        ModelFile.Read(content, token: token);
    }
}
