namespace Pupitre.Diagrams;

/// <summary>Something said of an element on the picture: by a frame and a sign, never by colour alone.</summary>
/// <param name="Sign">One or two letters in the corner.</param>
/// <param name="Title">It as a sentence.</param>
public sealed record PictureMark(PictureMarkKind Kind, string Sign, string Title);

/// <summary>How a marked element is framed.</summary>
public enum PictureMarkKind
{
    Added,
    Removed,
    Changed,

    /// <summary>Something to be looked at.</summary>
    Doubtful,
}
