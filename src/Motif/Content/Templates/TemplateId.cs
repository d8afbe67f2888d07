using System.Security.Cryptography;
using System.Text;

namespace Motif.Content.Templates;

/// <summary>The first 128 bits of SHA-256, as 32 hexadecimal digits.</summary>
internal static class TemplateId
{
    public static string Of(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', parts))).AsSpan(0, 16)
        );
}
