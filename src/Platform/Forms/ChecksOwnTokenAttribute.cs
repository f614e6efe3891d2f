namespace Pupitre.Platform.Forms;

/// <summary>
/// A route whose body is streamed and too large to be read for its token first: it holds the token itself, before it keeps anything
/// (<see cref="Extension.StateChangeRoutes.MapUpload"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChecksOwnTokenAttribute : Attribute;
