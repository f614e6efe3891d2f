using Pupitre.Sample.World;

namespace Pupitre.Sample;

/// <summary>
/// What a module tells of the sample company, by the operations that its people would use. Registered by the module; told one after
/// the other, in French, when a sample company is loaded.
/// </summary>
public interface ISampleChapter
{
    /// <summary>
    /// Place in the story, the smallest first: up to 50 what was handed over, from 100 the files, from 200 what is answered to them. Tens, so
    /// that another can stand between two.
    /// </summary>
    int Order { get; }

    /// <summary>Tells it. What an earlier chapter has made stands already.</summary>
    Task TellAsync(SampleWorld world, CancellationToken token);
}
