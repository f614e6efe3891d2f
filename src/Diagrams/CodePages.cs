using System.Runtime.CompilerServices;
using System.Text;

namespace Pupitre.Diagrams;

/// <summary>Makes the encodings of Windows known before any drawing is read: exports of desktop tools declare windows-1252.</summary>
internal static class CodePages
{
#pragma warning disable CA2255 // The rule fears surprises for whoever loads a library; here the surprise would be an answer that depends on what was read before.
    [ModuleInitializer]
    internal static void Know() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
#pragma warning restore CA2255
}
