using System.Runtime.CompilerServices;
using System.Text;

namespace Pupitre.Mining;

/// <summary>
/// Makes the encodings of Windows known before anything of this project is used: models and logs declare windows-1252, and whether they are read
/// must not depend on what was read before.
/// </summary>
internal static class CodePages
{
#pragma warning disable CA2255 // The rule fears surprises for whoever loads a library; here the surprise was that it was missing.
    [ModuleInitializer]
    internal static void Know() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
#pragma warning restore CA2255
}
