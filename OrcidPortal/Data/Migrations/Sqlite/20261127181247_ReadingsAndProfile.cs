using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrcidPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReadingsAndProfile : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ListedFamilyName",
                table: "People",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ListedGivenNames",
                table: "People",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProfileDecided",
                table: "Connections",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<long>(
                name: "PublicReadAt",
                table: "Connections",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReadFailedSince",
                table: "Connections",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReadFailure",
                table: "Connections",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReadFailureCode",
                table: "Connections",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReadFailureMessage",
                table: "Connections",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReadFailureStatus",
                table: "Connections",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Connections_ReadFailedSince",
                table: "Connections",
                column: "ReadFailedSince");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Connections_ReadFailedSince",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "ListedFamilyName",
                table: "People");

            migrationBuilder.DropColumn(
                name: "ListedGivenNames",
                table: "People");

            migrationBuilder.DropColumn(
                name: "ProfileDecided",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "PublicReadAt",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "ReadFailedSince",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "ReadFailure",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "ReadFailureCode",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "ReadFailureMessage",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "ReadFailureStatus",
                table: "Connections");
        }
    }
}
