using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Barometre.Infrastructure.Shared.Secrets;

/// <summary>The Data Protection key ring: shared by all nodes through the vault, encrypted with a certificate that is a file outside every database.</summary>
/// <remarks>Naming a key store turns off the default encryption at rest: without the certificate the ring would lie open in the database.</remarks>
internal static class KeyRing
{
    private const string FileName = "ring.pfx";

    public static void AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName("barometre").ProtectKeysWithCertificate(Certificate(configuration["BAROMETRE_KEYS"] ?? ".data/keys"));
        services.AddSingleton<IXmlRepository, VaultXmlRepository>();
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((options, repository) => options.XmlRepository = repository);
    }

    private static X509Certificate2 Certificate(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            Make(folder, path);
        }

        return X509CertificateLoader.LoadPkcs12FromFile(path, null, X509KeyStorageFlags.EphemeralKeySet);
    }

    private static void Make(string folder, string path)
    {
        Directory.CreateDirectory(folder);
        using var rsa = RSA.Create(3072);
        var request = new CertificateRequest("CN=Barometre key ring", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddYears(20));
        var temporary = Path.Combine(folder, Path.GetRandomFileName());
        File.WriteAllBytes(temporary, certificate.Export(X509ContentType.Pkcs12));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(temporary, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        try
        {
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another node made it first: its certificate is the installation's.
            File.Delete(temporary);
        }
    }

    private sealed class VaultXmlRepository(Databases databases) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements()
        {
            using var connection = databases.Vault.OpenConnection();
            using var command = new NpgsqlCommand("SELECT xml FROM vault.key_ring ORDER BY id", connection);
            using var reader = command.ExecuteReader();
            List<XElement> elements = [];
            while (reader.Read())
            {
                elements.Add(XElement.Parse(reader.GetString(0)));
            }

            return elements;
        }

        public void StoreElement(XElement element, string friendlyName)
        {
            using var connection = databases.Vault.OpenConnection();
            using var command = new NpgsqlCommand("INSERT INTO vault.key_ring (friendly_name, xml) VALUES ($1, $2)", connection)
            {
                Parameters =
                {
                    new NpgsqlParameter<string> { TypedValue = friendlyName },
                    new NpgsqlParameter<string> { TypedValue = element.ToString(SaveOptions.DisableFormatting) },
                },
            };
            command.ExecuteNonQuery();
        }
    }
}
